import { cellsTable } from './cells-table.js';
import { checksTable } from './checks-table.js';
import { disclosureTable } from './disclosure-table.js';
import { problemsTable } from './problems-table.js';
import { proceedingsTable } from './proceedings-table.js';
import { reportsTable } from './reports-table.js';
import { requestsTable } from './requests-table.js';
import type { TableDeclaration } from './table.js';

/** Every table of the dataset, in the order in which they are described. */
export const tables: readonly TableDeclaration[] = [reportsTable, requestsTable, proceedingsTable, disclosureTable, checksTable, cellsTable, problemsTable];
