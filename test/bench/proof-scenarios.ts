import type { Scenario } from './misreading.js';

/** Readers in a scenario, and the offices whose reports they read. */
export interface ProofScenario extends Scenario {
  /** Share of reports in which the office added wrongly. */
  readonly misprints: number;
}

const clean: ProofScenario = { name: 'clean', errors: [0.002, 0.02], correlated: 0, timid: 0.005, bold: 0.1, phantoms: 0.005, ink: 0, misprints: 0.05 };
const typical: ProofScenario = { ...clean, name: 'typical', errors: [0.01, 0.05], timid: 0.02, bold: 0.15, phantoms: 0.02, ink: 0.001 };

export const scenarios: readonly ProofScenario[] = [
  clean,
  typical,
  { ...typical, name: 'noisy', errors: [0.04, 0.12], timid: 0.08, bold: 0.25, phantoms: 0.05, ink: 0.003 },
  { ...typical, name: 'very noisy', errors: [0.15, 0.25], timid: 0.2, bold: 0.3, phantoms: 0.1, ink: 0.01 },
  { ...clean, name: 'correlated 0.2 %', correlated: 0.002 },
  { ...typical, name: 'correlated 2 %', correlated: 0.02 },
  { ...typical, name: 'noisy correlated 2 %', errors: [0.04, 0.12], timid: 0.08, correlated: 0.02 },
  { ...clean, name: 'all misprinted', misprints: 1 },
  { ...typical, name: 'misprinted, typical', misprints: 1 },
  { ...typical, name: 'bold readers', bold: 0.8 },
];
