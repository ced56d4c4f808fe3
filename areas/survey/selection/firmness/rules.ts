/** For each candidate its score by each criterion. */
export type Scores = readonly (readonly number[])[];

/** Fills one weight for each criterion. */
export type DrawWeights = (weights: Float64Array) => void;

/**
 * Weights that sum to one, every such set as likely as any other: the gaps between sorted uniform numbers (Devroye,
 * «Non-Uniform Random Variate Generation», 1986, V.2). Additions alone, so every machine draws the same; normalised uniform
 * numbers would crowd in the middle, and exponentials ask for a logarithm that machines round differently.
 */
export function anyWeights(random: () => number): DrawWeights {
  return (weights) => {
    const cuts = weights.length - 1;
    for (let i = 0; i < cuts; i += 1) {
      const drawn = random();
      let at = i;
      for (; at > 0 && (weights[at - 1] as number) > drawn; at -= 1) weights[at] = weights[at - 1] as number;
      weights[at] = drawn;
    }
    weights[cuts] = 1;
    for (let i = cuts; i > 0; i -= 1) weights[i] = (weights[i] as number) - (weights[i - 1] as number);
  };
}

const AROUND = 0.3;

/** Each weight by itself within ±30 % of the others' middle. Their sum is left as it falls: it moves no rank. */
export function nearlyEqualWeights(random: () => number): DrawWeights {
  return (weights) => {
    for (let i = 0; i < weights.length; i += 1) weights[i] = 1 - AROUND + 2 * AROUND * random();
  };
}

/** Puts the value that so many are above at that place, higher ones before it. Changes the order of what it is given. */
function nthHighest(values: Float64Array, n: number): number {
  let from = 0;
  let to = values.length - 1;
  while (from < to) {
    const pivot = values[(from + to) >> 1] as number;
    let i = from;
    let j = to;
    while (i <= j) {
      while ((values[i] as number) > pivot) i += 1;
      while ((values[j] as number) < pivot) j -= 1;
      if (i > j) break;
      const kept = values[i] as number;
      values[i] = values[j] as number;
      values[j] = kept;
      i += 1;
      j -= 1;
    }
    if (n <= j) to = j;
    else if (n >= i) from = i;
    else break;
  }
  return values[n] as number;
}

const DECIMALS = 1e6;

/**
 * In what share of the draws each candidate is among the first. Candidates level at the last place share the places that are left,
 * so the shares sum to how many are chosen and no order of the list decides.
 * @param choose from one to as many as there are
 */
export function sharesOf(scores: Scores, choose: number, draws: number, draw: DrawWeights): number[] {
  const many = scores.length;
  const criteria = scores[0]?.length ?? 0;
  // Criterion after criterion: each weight is multiplied into a row of its own, which stays in the processor's cache.
  const columns = Array.from({ length: criteria }, (_, c) =>
    Float64Array.from(scores, (row) => row[c] as number),
  );
  const weights = new Float64Array(criteria);
  const sums = new Float64Array(many);
  const order = new Float64Array(many);
  const among = new Float64Array(many);
  for (let n = 0; n < draws; n += 1) {
    draw(weights);
    sums.fill(0);
    for (let c = 0; c < criteria; c += 1) {
      const weight = weights[c] as number;
      const column = columns[c] as Float64Array;
      for (let i = 0; i < many; i += 1) sums[i] = (sums[i] as number) + weight * (column[i] as number);
    }
    order.set(sums);
    const last = nthHighest(order, choose - 1);
    let above = 0;
    let level = 0;
    for (let i = 0; i < many; i += 1) {
      if ((sums[i] as number) > last) above += 1;
      else if (sums[i] === last) level += 1;
    }
    const part = (choose - above) / level;
    for (let i = 0; i < many; i += 1) {
      if ((sums[i] as number) > last) among[i] = (among[i] as number) + 1;
      else if (sums[i] === last) among[i] = (among[i] as number) + part;
    }
  }
  return Array.from(among, (sum) => Math.round((sum / draws) * DECIMALS) / DECIMALS);
}

/** Between these a place hangs on how criteria are weighed: whoever is chosen, or left out, needs a written reason. */
export const FIRM = 0.9;
export const LOOSE = 0.1;

export const isContested = (share: number): boolean => share >= LOOSE && share < FIRM;
