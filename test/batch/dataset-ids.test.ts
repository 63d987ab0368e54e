import { datasetOrder, idLabels } from '../../src/batch/dataset-ids.js';
import { defaultPipelineFolder, loadPipeline } from '../../src/pipeline/load-pipeline.js';

describe('the ids of the dataset', () => {
  it('stand in the printed order of all editions of the form, as in the contract', async () => {
    const { forms } = await loadPipeline(defaultPipelineFolder());
    const order = datasetOrder(forms);
    expect(order.requests.rows.slice(-7)).toEqual(['not_processed.confirm_or_reissue', 'other', 'other.not_corrected', 'other.fee_unpaid', 'other.other', 'processed_total', 'carried_out']);
    expect(order.requests.rows).toHaveLength(26);
    expect(order.requests.columns).toEqual(['natural_person', 'commercial_enterprise', 'research_institution', 'public_interest_organization', 'legal_services_organization', 'other_organization', 'total']);
    expect(order.proceedings).toEqual({ rows: ['reconsideration', 'litigation_direct', 'litigation_after_reconsideration'], columns: ['upheld', 'corrected', 'other', 'pending', 'total'] });
    expect(order.disclosure.rows.filter((id) => !id.includes('.'))).toEqual(['regulations', 'normative_documents', 'licensing', 'other_services', 'penalties', 'coercion', 'fees', 'procurement']);
    expect([...order.disclosure.columns].sort()).toEqual(['decisions', 'fee_amount', 'in_force', 'issued', 'items_change', 'items_last_year', 'made', 'procurement_amount', 'procurement_items', 'published', 'published_total', 'repealed']);
  });

  it('of the statistical tables stand in the order of the national one, those of provinces among them', async () => {
    const { forms, narrative } = await loadPipeline(defaultPipelineFolder());
    const { statistics } = datasetOrder(forms);
    expect(statistics?.rows.slice(0, 4)).toEqual(['proactive.disclosed', 'proactive.normative_disclosed', 'proactive.normative_issued', 'channel.gazette']);
    expect(statistics?.rows.at(-1)).toBe('training.trainees');
    expect(new Set(statistics?.rows).size).toBe(statistics?.rows.length);
    expect(statistics?.rows.indexOf('answered.other')).toBeGreaterThan(statistics?.rows.indexOf('answered.denied.state_secret') ?? 0);
    expect(statistics?.sums).toEqual(['received', 'concluded', 'answered', 'answered.denied', 'reconsideration', 'litigation', 'staff']);
    expect(idLabels(forms, narrative.source).find((label) => label.id === 'reconsideration.corrected')).toMatchObject({ table: 'statistics', printed: '四、行政复议数量 （二）被依法纠错数', forms: ['2014', 'narrative'] });
  });

  it('each have the label that is printed, and the editions that have it', async () => {
    const { forms, narrative } = await loadPipeline(defaultPipelineFolder());
    const labels = idLabels(forms, narrative.source);
    expect(labels.every((label) => label.printed !== '' && label.forms.length > 0)).toBe(true);
    expect(labels.find((label) => label.id === 'other.fee_unpaid')).toMatchObject({ forms: ['2021'], axis: 'row', table: 'requests' });
    expect(labels.find((label) => label.id === 'received.total')?.forms).toEqual(['fujian', '2014', 'narrative']);
    expect(labels.find((label) => label.id === 'litigation_direct')?.printed).toBe('行政诉讼 未经复议直接起诉');
  });
});
