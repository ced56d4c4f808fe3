import { PHRASE_MODEL } from './metrics/phrase-model.ts';

/** Which letters around a boundary each group of scores looks at, counted from the boundary. */
const WINDOWS = [
  ['UW1', -3, -2],
  ['UW2', -2, -1],
  ['UW3', -1, 0],
  ['UW4', 0, 1],
  ['UW5', 1, 2],
  ['UW6', 2, 3],
  ['BW1', -2, 0],
  ['BW2', -1, 1],
  ['BW3', 0, 2],
  ['TW1', -3, 0],
  ['TW2', -2, 1],
  ['TW3', -1, 2],
  ['TW4', 0, 3],
] as const;

const model = JSON.parse(PHRASE_MODEL) as Readonly<Record<string, Readonly<Record<string, number>>>>;
const looks = WINDOWS.map(([group, from, to]) => ({
  scores: new Map(Object.entries(model[group] ?? {})),
  from,
  to,
}));
const total = Object.values(model)
  .flatMap((group) => Object.values(group))
  .reduce((sum, score) => sum + score, 0);

function endsBefore(text: string, at: number): boolean {
  let score = -total / 2;
  for (const { scores, from, to } of looks) score += scores.get(text.substring(at + from, at + to)) ?? 0;
  return score > 0;
}

/** A Japanese text cut where a phrase ends, as BudouX cuts it; put together again it is the same text. */
export function phrasesOf(text: string): string[] {
  const found: string[] = [];
  let start = 0;
  for (let at = 1; at <= text.length; at += 1) {
    if (at < text.length && !endsBefore(text, at)) continue;
    found.push(text.slice(start, at));
    start = at;
  }
  return found;
}
