import { benchBoard } from './board.ts';
import { benchConsoles } from './consoles.ts';
import { benchEscalation } from './escalation.ts';
import { benchFigures } from './figures.ts';
import { benchFlood } from './flood.ts';
import { benchGraph } from './graph.ts';
import { benchHeadquarters } from './headquarters.ts';
import { benchImport } from './import.ts';
import { benchPageLatency } from './page-latency.ts';
import { benchReport } from './report.ts';
import { benchSearch } from './search.ts';
import { benchSignals } from './signals.ts';
import { benchStart } from './start.ts';

const BENCHES: Readonly<Record<string, () => Promise<void>>> = {
  board: benchBoard,
  consoles: benchConsoles,
  escalation: benchEscalation,
  figures: benchFigures,
  flood: benchFlood,
  graph: benchGraph,
  headquarters: benchHeadquarters,
  import: benchImport,
  'page-latency': benchPageLatency,
  report: benchReport,
  search: benchSearch,
  signals: benchSignals,
  start: benchStart,
};

const [name = ''] = process.argv.slice(2);
const bench = BENCHES[name];
if (bench) await bench();
else {
  console.error(`npm run bench -- <name>; names: ${Object.keys(BENCHES).join(', ')}`);
  process.exitCode = 2;
}
