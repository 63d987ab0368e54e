import { formData } from './proof-reports.js';
import type { Pipeline } from '../../src/pipeline/load-pipeline.js';
import type { Value } from '../../src/model/report.js';
import { editRules } from '../../src/reconcile/edit-rules.js';
import { prove } from '../../src/reconcile/proof/prove.js';
import { residual, statementsOf, keyOf } from '../../src/reconcile/proof/statements.js';
import { chanceOf } from '../make/chance.js';
import { readTwice } from './misreading.js';
import type { ProofScenario } from './proof-scenarios.js';

/** What became of cells, counted. `wrongUnchecked` is part of no other count: silently wrong where no check can tell. */
export interface Tally {
  cells: number;
  right: number;
  /** Of those right. */
  repaired: number;
  suspect: number;
  /** Of the suspect: both readers were right. */
  falseAlarms: number;
  missing: number;
  silentlyWrong: number;
  wrongUnchecked: number;
  wronglyRepaired: number;
}

export function measureProof(scenario: ProofScenario, reports: number, seed: string, pipeline: Pipeline): { tally: Tally; times: number[]; told: string[] } {
  const tally: Tally = { cells: 0, right: 0, repaired: 0, suspect: 0, falseAlarms: 0, missing: 0, silentlyWrong: 0, wrongUnchecked: 0, wronglyRepaired: 0 };
  const times: number[] = [];
  const told: string[] = [];
  for (let n = 0; n < reports; n++) {
    const chance = chanceOf(`${seed}/${scenario.name}/${n}`);
    const { cells, form } = formData(`${seed}/${n}`, chance, chance.hit(scenario.misprints));
    const rules = pipeline.forms.find((f) => f.id === form)?.tables.flatMap(editRules) ?? [];
    const values = cells.map((c): Value => ({ table: c.table, row: c.row, column: c.column, value: null, unit: '', status: 'missing', raw: '', method: 'ocr', confidence: 0, place: null, readings: readTwice(c.printed.text.replace(/[^\d.]/g, '') === '' ? c.printed.text : (c.printed.value ?? ''), c.printed.value, scenario, chance) }));
    const began = process.cpuUsage();
    const proven = prove(values, rules, pipeline.misreadings).values;
    const took = process.cpuUsage(began);
    times.push((took.user + took.system) / 1000);
    const index = new Map(values.map((v, i) => [keyOf(v.table, v), i] as const));
    const number = (i: number): number | null => (cells[i]?.printed.value == null ? null : Number(cells[i].printed.value));
    const checked = new Set(statementsOf(rules, (k) => index.get(k)).filter((s) => residual(s, number) !== null).flatMap((s) => s.cells));
    proven.forEach((v, i) => {
      const truth = cells[i]?.printed.value ?? null;
      tally.cells++;
      const isVouched = v.status !== 'suspect' && v.status !== 'missing';
      if (v.status === 'missing') tally.missing++;
      else if (!isVouched) {
        tally.suspect++;
        if (v.readings?.readers.every((r) => r.value === truth && r.says !== 'unclear' && r.confidence >= pipeline.misreadings.confident)) tally.falseAlarms++;
      } else if (v.value === truth) {
        tally.right++;
        if (v.status === 'repaired') tally.repaired++;
      } else {
        if (v.status === 'repaired') tally.wronglyRepaired++;
        else if (checked.has(i)) tally.silentlyWrong++;
        else tally.wrongUnchecked++;
        if (checked.has(i) || v.status === 'repaired') told.push(`${n} ${v.table}/${v.row}/${v.column}: ${truth ?? 'blank'} ${v.status} ${v.value ?? 'blank'} (${v.readings?.readers.map((r) => `${r.text}:${r.confidence.toFixed(2)}`).join(' ') ?? ''}, ink ${v.readings?.ink ?? ''})`);
      }
    });
  }
  return { tally, times, told };
}
