import { loadPipeline } from '../../../src/pipeline/load-pipeline.js';
import { Misreadings, misreadingsSchema } from '../../../src/reconcile/proof/misreadings.js';

const { misreadings: costs } = await loadPipeline('pipelines/ogi-annual-report');
const misreadings = new Misreadings(costs);

describe('the misreadings of a pipeline', () => {
  it('make digits that look alike cheaper to mistake than others', () => expect(misreadings.between('13', '18')).toBeLessThan(misreadings.between('13', '17')));

  it('make a doubled digit cheaper to lose than another', () => expect(misreadings.between('115', '15')).toBeLessThan(misreadings.between('135', '15')));

  it('cost nothing where a number was read as it is printed', () => expect(misreadings.between('204', '204')).toBe(0));

  it('cost the less the fewer there are', () => expect(misreadings.between('38', '83')).toBeGreaterThan(misreadings.between('38', '88')));

  it('tell every number that one of them turns into what was read, none with a leading zero', () => {
    const printed = misreadings.printedFor('8', false);
    for (const number of ['3', '0', '18', '88', '80']) expect(printed).toContain(number);
    for (const text of ['8', '08', '', '-8']) expect(printed).not.toContain(text);
  });

  it('lose a sign only where one may stand', () => {
    expect(misreadings.printedFor('8', true)).toContain('-8');
    expect(misreadings.printedFor('8', false)).not.toContain('-8');
  });

  it('take characters like digits for them', () => {
    expect(misreadings.digitsLike('l〇')).toBe('10');
    expect(misreadings.digitsLike('无')).toBeNull();
  });

  it('take a point behind a number for dirt, and before one only where it can have lost no 0', () => {
    expect(['38.', '0.,', '.0', '.19', '.', '1.5'].map((text) => misreadings.digitsLike(text))).toEqual(['38', '0', '0', null, null, '1.5']);
  });

  it('are refused with a key that is not known', () => expect(misreadingsSchema.safeParse({ ...costs, margins: 2 }).success).toBe(false));
});
