import { isDeepStrictEqual } from 'node:util';
import { agreementOf } from '../areas/survey/selection/agreement/rules.ts';
import { anyWeights, type Scores, sharesOf } from '../areas/survey/selection/firmness/rules.ts';
import { seededRandom } from '../kernel/random.ts';

const CANDIDATES = 500;
const CRITERIA = 7;
const CHOOSE = 9;
const DRAWS = 10_000;
const BAR_S = 1;

function scoresOf(random: () => number): Scores {
  return Array.from({ length: CANDIDATES }, () =>
    Array.from({ length: CRITERIA }, () => Math.floor(random() * 4)),
  );
}

/** The same question as one would write it down first: lists, and a sort for every draw. */
function plainly(scores: Scores, random: () => number): number[] {
  const draw = anyWeights(random);
  const weights = new Float64Array(CRITERIA);
  const among = scores.map(() => 0);
  for (let n = 0; n < DRAWS; n += 1) {
    draw(weights);
    const sums = scores.map((row) => row.reduce((sum, score, c) => sum + (weights[c] ?? 0) * score, 0));
    const last = sums.toSorted((a, b) => b - a)[CHOOSE - 1] ?? 0;
    const above = sums.filter((sum) => sum > last).length;
    const level = sums.filter((sum) => sum === last).length;
    sums.forEach((sum, i) => {
      if (sum > last) among[i] = (among[i] ?? 0) + 1;
      else if (sum === last) among[i] = (among[i] ?? 0) + (CHOOSE - above) / level;
    });
  }
  return among.map((sum) => Math.round((sum / DRAWS) * 1e6) / 1e6);
}

function timed<T>(work: () => T): { value: T; seconds: number } {
  const begun = performance.now();
  const value = work();
  return { value, seconds: (performance.now() - begun) / 1_000 };
}

/** How firm a set is, and how far three raters agree on the same candidates, each on one core. */
export async function benchFirmness(): Promise<void> {
  const scores = scoresOf(seededRandom(16));
  const ours = timed(() => sharesOf(scores, CHOOSE, DRAWS, anyWeights(seededRandom(1))));
  const plain = timed(() => plainly(scores, seededRandom(1)));
  if (!isDeepStrictEqual(ours.value, plain.value)) throw new Error('the plain way differs');
  const random = seededRandom(3);
  const ratings = Array.from({ length: CANDIDATES }, () => [0, 1, 2].map(() => Math.floor(random() * 4)));
  const alpha = timed(() => agreementOf(ratings, 'ordinal', random));
  console.log(`firmness of a set: ${CANDIDATES} candidates × ${CRITERIA} criteria × ${DRAWS} draws`);
  console.log(`  Sonae                      ${ours.seconds.toFixed(3)} s (bar ${BAR_S} s)`);
  console.log(`  written down plainly       ${plain.seconds.toFixed(3)} s, the same shares`);
  console.log(`  ratio                      ${(ours.seconds / plain.seconds).toFixed(3)}×`);
  console.log(`  alpha with its interval    ${alpha.seconds.toFixed(3)} s, 3 raters × ${CANDIDATES} units`);
  if (ours.seconds > BAR_S) process.exitCode = 1;
}
