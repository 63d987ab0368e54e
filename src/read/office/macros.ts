import { finding } from '../../model/findings.js';
import type { Finding } from '../../model/finding.js';

/** How the parts are named that hold macros: in a package, and at the root of a compound file. */
const macroPart = /(?:^|\/)(?:vbaProject\.bin|vbaData\.xml)$|^(?:_VBA_PROJECT_CUR|Macros)$/i;

/** That a file has macros, by the names of its parts. They are neither run nor looked into. */
export const macrosIn = (names: Iterable<string>): Finding[] => ([...names].some((name) => macroPart.test(name)) ? [finding('macros', '')] : []);
