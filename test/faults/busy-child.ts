// A child that watches for its parent and is too busy to hear anything.
import { watchParent } from '../../src/batch/parent-watch.js';

watchParent();
process.send?.('busy');
setImmediate(() => {
  for (;;);
});
