import { datasetOrder } from '../../../src/batch/dataset-ids.js';
import { defaultPipelineFolder, loadPipeline } from '../../../src/pipeline/load-pipeline.js';

const { forms, panel } = await loadPipeline(defaultPipelineFolder());
const order = datasetOrder(forms);

describe('the panel that is delivered', () => {
  const terms = panel.variables.flatMap(({ from }) => from.flatMap((mapping) => mapping.terms)).filter((term) => !term.startsWith('statistics/'));

  it.each(terms)('speaks of %s, which a form has', (term) => {
    const [table, row = '', column = ''] = term.split('/');
    const axes = table === 'requests' || table === 'proceedings' || table === 'disclosure' ? order[table] : undefined;
    expect(axes?.rows).toContain(row);
    expect(axes?.columns).toContain(column);
  });

  it('has the variables of the contract', () => {
    const contract = ['requests_received', 'requests_carried_in', 'requests_processed', 'granted', 'partly_granted', 'denied', 'not_held', 'not_processed', 'other', 'reconsiderations', 'reconsiderations_corrected', 'lawsuits', 'lawsuits_corrected', 'normative_documents_issued'];
    expect(panel.variables.map((v) => v.id)).toEqual(expect.arrayContaining(contract));
  });
});
