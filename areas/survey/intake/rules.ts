export { receiptNumber } from '../terms/words.ts';

import { differencesOf, disordered, missingIn, momentsAfter, saidIn } from '../content/rules.ts';
import type { Difference, ReportContent, Stage } from '../content/schema.ts';
import type { ListDocument, ListKind } from '../editions/schema.ts';
import type { Suggestion, Verdict } from './schema.ts';

/** The first version is a first report or already the last word; what follows is news or the last word. */
export const stageFits = (stage: Stage, version: number): boolean =>
  version === 1 ? stage !== 'followUp' : stage !== 'first';

export type ReceiptFault =
  | { readonly fault: 'missing'; readonly what: readonly string[] }
  | { readonly fault: 'lost'; readonly path: string }
  | { readonly fault: 'same' }
  | { readonly fault: 'stage' }
  | { readonly fault: 'unlisted'; readonly path: string }
  | { readonly fault: 'order'; readonly moments: readonly [string, string] }
  | { readonly fault: 'ahead'; readonly paths: readonly string[] };

type Lists = Readonly<Record<ListKind, Pick<ListDocument, 'entries'>>>;

function unlisted(content: ReportContent, lists: Lists): string | undefined {
  const has = (list: ListKind, keys: readonly string[]): boolean =>
    keys.every((key) => lists[list].entries.some((entry) => entry.key === key));
  const of = (field: { readonly is: string; readonly value?: string }): string[] =>
    field.is === 'value' && field.value !== undefined ? [field.value] : [];
  if (!has('sectors', of(content.sector))) return 'sector';
  if (!has('designated', of(content.designated))) return 'designated';
  if (!has('eventTypes', of(content.eventType))) return 'eventType';
  if (!has('causes', saidIn(content.causes) ?? [])) return 'causes';
  if (!has('sectors', saidIn(content.effect.sectors) ?? [])) return 'effect.sectors';
  return undefined;
}

/**
 * Whether a version can be received after another, or what is wrong with it (Y01).
 * @param before the version it follows
 * @param latest none of its moments may lie after that
 */
export function weighVersion(
  content: ReportContent,
  before: ReportContent | undefined,
  stage: Stage,
  version: number,
  lists: Lists,
  latest: Temporal.Instant,
): { readonly differences: Difference[] } | ReceiptFault {
  if (!stageFits(stage, version)) return { fault: 'stage' };
  const missing = missingIn(content);
  if (missing.length > 0) return { fault: 'missing', what: missing };
  const strange = unlisted(content, lists);
  if (strange) return { fault: 'unlisted', path: strange };
  const [wrongOrder] = disordered(content);
  if (wrongOrder) return { fault: 'order', moments: [wrongOrder[0], wrongOrder[1]] };
  const ahead = momentsAfter(content, latest);
  if (ahead.length > 0) return { fault: 'ahead', paths: ahead.map((moment) => `times.${moment}`) };
  if (!before) return { differences: [] };
  const differences = differencesOf(before, content);
  const lost = differences.find(({ kind }) => kind === 'lost');
  if (lost) return { fault: 'lost', path: lost.path };
  if (differences.length === 0 && stage !== 'final') return { fault: 'same' };
  return { differences };
}

/** A question that waits for its answer: nobody has given one, and it is still wanted. */
export const isUnanswered = ({
  answeredAt,
  droppedAt,
}: {
  readonly answeredAt: unknown;
  readonly droppedAt: unknown;
}): boolean => answeredAt === null && droppedAt === null;

/** Whoever sends something back or says that it is not theirs says why. */
export const needsReason = (verdict: Verdict): boolean => verdict === 'toRevise' || verdict === 'notOurs';

export interface Likened {
  readonly id: string;
  readonly operator: string;
  readonly at: Temporal.Instant | null;
  readonly names: readonly string[];
  readonly words: ReadonlySet<string>;
}

const DAYS_APART = 3;
const WORDS_ALIKE = 0.4;

/** Why two reports may tell of one event; nothing where nothing speaks for it. */
export function whyAlike(one: Likened, other: Likened): Suggestion['because'] {
  const near =
    one.at !== null &&
    other.at !== null &&
    Math.abs(one.at.epochMilliseconds - other.at.epochMilliseconds) <= DAYS_APART * 86_400_000;
  const shared = one.names.filter((name) => other.names.includes(name));
  const both = [...one.words].filter((word) => other.words.has(word)).length;
  const all = new Set([...one.words, ...other.words]).size;
  const because: Suggestion['because'] = [];
  if (one.operator !== '' && one.operator === other.operator) because.push('operator');
  if (near) because.push('time');
  if (shared.length > 0) because.push('party');
  if (all > 0 && both / all >= WORDS_ALIKE) because.push('words');
  // One alone says little: the same operator has several events, and a day has many.
  return because.length >= 2 ? because : [];
}
