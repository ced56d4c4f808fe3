import { benchFlood } from './flood.ts';

const BENCHES: Readonly<Record<string, () => Promise<void>>> = { flood: benchFlood };

const [name = ''] = process.argv.slice(2);
const bench = BENCHES[name];
if (bench) await bench();
else {
  console.error(`npm run bench -- <name>; names: ${Object.keys(BENCHES).join(', ')}`);
  process.exitCode = 2;
}
