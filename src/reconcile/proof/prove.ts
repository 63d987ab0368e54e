import { finding } from '../../model/findings.js';
import type { Finding } from '../../model/finding.js';
import type { NumberReading } from '../../model/readings.js';
import type { Value } from '../../model/report.js';
import type { EditRule } from '../edit-rules.js';
import type { Candidate } from './candidates.js';
import { decide, numberOf } from './doubts.js';
import { Misreadings, type MisreadingCosts } from './misreadings.js';
import { spokenAgainst } from './spoken-against.js';
import { hasMarks, mainOf, proofCell, unprovenValue, type ProofCell } from './scanned-cells.js';
import { keyOf, statementsOf } from './statements.js';

/** A value that the checks decided, not its readers alone. */
const provenConfidence = 0.9;
/** Of a value that is not vouched for, at most. */
const suspectConfidence = 0.5;

/**
 * Proves scanned values: what two readers agree on, what the edit rules
 * confirm, and what they leave as the only likely reading. Values that were not
 * scanned are taken as they are and never changed. What a scanned value comes in
 * with, besides its readings, does not count, but `suspect`: it stays so.
 */
export function prove(values: readonly Value[], rules: readonly EditRule[], costs: MisreadingCosts): { values: Value[]; findings: Finding[] } {
  if (!values.some((v) => v.readings)) return { values: [...values], findings: [] };
  const misreadings = misreadingsOf(costs);
  const marks = hasMarks(values, misreadings);
  const cells = values.map((v) => proofCell(v, misreadings, marks));
  const index = new Map(values.map((v, i) => [keyOf(v.table, v), i] as const));
  const all = statementsOf(rules, (key) => index.get(key));
  const isSilent = (i: number): boolean => cells[i]?.standing === 'silent';
  const statements = all.filter((s) => !s.cells.some(isSilent));
  const decisions = decide(cells, statements, costs);
  const against = spokenAgainst(cells, all, decisions, misreadings);
  const upheld = new Set(statements.filter((s) => decisions.outcomes.get(s) === 'held' && s.cells.some((c) => numberOf(decisions.taken.get(c)))).flatMap((s) => s.cells));
  const findings: Finding[] = [];
  const proven = cells.map((cell, i): Value => {
    if (!cell.value.readings || cell.standing === 'fixed') return cell.value;
    const taken = decisions.taken.get(i);
    if (cell.standing === 'silent' || taken === undefined) return unread(cell.value);
    if (cell.standing === 'sure') {
      if (against.has(i)) return doubted(cell, taken, findings, 'reading-denied');
      return vouched(cell, taken, upheld.has(i) ? 1 - (1 - cell.confidence) / 10 : cell.confidence, findings);
    }
    const isOpen = isNothing(taken) && isBlankOrZero(cell, taken, marks, costs.margin);
    if (!decisions.proven.has(i) || cell.isPhantom || isOpen) return doubted(cell, taken, findings, cell.isPhantom ? 'phantom' : 'reading-unsure');
    return vouched(cell, taken, provenConfidence, findings);
  });
  return { values: proven, findings };
}

/** Numbers are the same in many reports: what was weighed up once is remembered. */
const remembered = new WeakMap<MisreadingCosts, Misreadings>();

function misreadingsOf(costs: MisreadingCosts): Misreadings {
  const known = remembered.get(costs) ?? new Misreadings(costs);
  remembered.set(costs, known);
  return known;
}

/** Whether a cell may be blank as well as 0, which no sum can tell: both readers must say that it is blank, one of them with confidence; or a confident one 0 where no marks are printed. */
function isBlankOrZero(cell: ProofCell, { value, cost }: Candidate, marks: boolean, margin: number): boolean {
  if (value === null) return !cell.isAgreed || !cell.confident.includes(null);
  if (marks || !cell.confident.includes(value)) return marks || !cell.isAgreed;
  return cell.candidates.some((c) => c.value === null && c.cost - cost <= margin);
}

const isNothing = (c: Candidate): boolean => Number(c.value ?? 0) === 0;

const readingsOf = ({ value }: ProofCell): readonly NumberReading[] => value.readings?.readers ?? [];

/** Nothing could be read where something may be; or its place is in doubt. */
function unread(value: Value): Value {
  if (value.status === 'suspect') return value;
  return { ...value, value: null, status: 'missing', confidence: 0, raw: value.readings?.readers.find((r) => r.text.trim() !== '')?.text ?? '' };
}

function vouched(cell: ProofCell, taken: Candidate, confidence: number, findings: Finding[]): Value {
  const { value } = cell;
  const main = mainOf(cell);
  const raw = main?.text ?? '';
  const isAsRead = main?.says !== 'number' ? taken.isRead : main.value === taken.value;
  if (isAsRead) return { ...value, value: taken.value, raw, status: taken.value === null ? 'blank' : 'read', confidence };
  findings.push(finding('repaired', placeOf(value), { raw, value: taken.value ?? '' }));
  return { ...value, value: taken.value, raw, status: 'repaired', confidence };
}

function doubted(cell: ProofCell, taken: Candidate, findings: Finding[], code: 'reading-denied' | 'reading-unsure' | 'phantom'): Value {
  const { value } = cell;
  const raw = mainOf(cell)?.text ?? '';
  findings.push(finding(code, placeOf(value), { raw, readings: [...new Set(readingsOf(cell).map((r) => `“${r.text}”`))].join(', ') }));
  return { ...value, value: unprovenValue(cell, taken), raw, status: 'suspect', confidence: Math.min(cell.confidence, suspectConfidence) };
}

const placeOf = (value: Value): string => `${value.table}/${value.row}/${value.column}`;
