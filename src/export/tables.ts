import { cellsTable } from './cells-table.js';
import { checksTable } from './checks-table.js';
import { disclosureTable } from './disclosure-table.js';
import { panelTable } from './panel/panel-table.js';
import { problemsTable } from './problems-table.js';
import { proceedingsTable } from './proceedings-table.js';
import { reportsTable } from './reports-table.js';
import { requestsTable } from './requests-table.js';
import { statisticsTable } from './statistics-table.js';
import { sectionsTable } from './sections-table.js';
import type { TableDeclaration } from './table.js';

const described: readonly TableDeclaration[] = [reportsTable, requestsTable, proceedingsTable, disclosureTable, statisticsTable, sectionsTable, checksTable, cellsTable];

/** Every table of a dataset, in the order in which they are described. */
export const tablesWith = (panel: TableDeclaration): readonly TableDeclaration[] => [...described, panel, problemsTable];

/** The same with a panel of which only the columns are told that every panel has. */
export const tables: readonly TableDeclaration[] = tablesWith(panelTable([]));
