import { arrowsBetweenThings, knotsIn, layersOf } from './things.ts';

// Every thing by its layer, the ground first, with what it stands on; an arrow that does not run down is marked.
const arrows = arrowsBetweenThings();
const layers = layersOf(arrows);
const layerOf = (thing: string): number => layers.get(thing) ?? 0;
const short = (thing: string): string => thing.replace('areas/', '');
let up = 0;
for (const thing of [...layers.keys()].sort((a, b) => layerOf(a) - layerOf(b) || (a < b ? -1 : 1))) {
  console.log(`${String(layerOf(thing)).padStart(2)}  ${short(thing)}`);
  for (const { to, by } of arrows.filter(({ from }) => from === thing)) {
    const runsDown = layerOf(to) < layerOf(thing);
    if (!runsDown) up += 1;
    console.log(`      ${runsDown ? '→' : '↑'} ${layerOf(to)} ${short(to)} (${by.length})`);
  }
}
const knots = knotsIn(arrows);
console.log(
  `${layers.size} things, ${arrows.length} arrows, ${up} of them not down, ${knots.length} knots${knots.map(({ things }) => `\n  ${things.map(short).join(', ')}`).join('')}`,
);
