import { fold } from '../../../kernel/text.ts';
import { labelsOf } from '../../../report/figure/rules.ts';
import { isCause } from '../cases/causes/rules.ts';
import { type CaseDocument, type CauseGroup, PARTY_KINDS, SYSTEM_KINDS } from '../cases/schema.ts';
import { claimsOf } from '../cases/texts/rules.ts';
import type { REASONS } from './schema.ts';

/** What is compared of a case, or of an incident that is none yet. Names by their folded form. */
export interface Profile {
  readonly causeGroup: CauseGroup | undefined;
  readonly themes: ReadonlySet<string>;
  readonly parties: ReadonlyMap<string, string>;
  readonly systems: ReadonlyMap<string, string>;
  /** Words of what happened, and of everything told. */
  readonly events: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

export interface Reason {
  readonly kind: (typeof REASONS)[number];
  readonly what: string;
}

/** Why two are alike, strongest first. */
export interface Likeness {
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** Runs of katakana, of Han or of Latin letters: in Japanese these carry the meaning, and no dictionary is needed. */
const TERM = /[ァ-ヺ]{3,}|[\p{Script=Han}々]{2,8}|[a-z][a-z0-9-]{3,}/gu;

export const termsOf = (text: string): ReadonlySet<string> => new Set(fold(text).match(TERM) ?? []);

/** Nearly every figure has an operator with its departments: only what stands apart says something. */
const EVERYWHERE = new Set(
  ['重要インフラ事業者', '事業者', '経営層', 'システム部門', '広報部門', '対策本部'].map(fold),
);

function namesOf(document: CaseDocument, kinds: readonly string[]): Map<string, string> {
  const names = document.figure.boxes.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name);
  return new Map(names.map(({ ja }) => [fold(ja), ja] as const).filter(([key]) => !EVERYWHERE.has(key)));
}

export function profileOf(document: CaseDocument): Profile {
  const events = labelsOf(document.figure).filter(({ label }) => label.kind === 'event');
  const told = [document.title, ...document.summary, ...claimsOf(document).map(({ text }) => text)];
  return {
    causeGroup: document.causeGroup,
    themes: new Set(document.lessons.flatMap(({ themes }) => themes)),
    parties: namesOf(document, PARTY_KINDS),
    systems: namesOf(document, SYSTEM_KINDS),
    events: termsOf(events.map(({ label }) => `${label.text.ja} ${label.text.en}`).join(' ')),
    words: termsOf(told.map(({ ja, en }) => `${ja} ${en}`).join(' ')),
  };
}

/** What an incident tells before anybody has written a case: nothing of cause or themes is assumed. */
export function profileOfIncident(incident: {
  readonly title: string;
  readonly signals: readonly string[];
  readonly notes: readonly string[];
  readonly parties: readonly string[];
  readonly systems: readonly string[];
}): Profile {
  const named = (names: readonly string[]) => new Map(names.map((name) => [fold(name), name] as const));
  const events = [incident.title, ...incident.signals].join(' ');
  return {
    causeGroup: undefined,
    themes: new Set(),
    parties: named(incident.parties),
    systems: named(incident.systems),
    events: termsOf(events),
    words: termsOf([events, ...incident.notes].join(' ')),
  };
}

const WEIGHTS = { party: 2, system: 2, event: 2, word: 0.5, theme: 3, cause: 1 } as const;
const MOST_REASONS = 8;

/** How many of the compared profiles hold a word; what most hold says nothing. */
export type Commonness = (term: string) => number;

export function commonnessOf(profiles: readonly Profile[]): Commonness {
  const counts = new Map<string, number>();
  for (const { words, events } of profiles)
    for (const term of new Set([...words, ...events])) counts.set(term, (counts.get(term) ?? 0) + 1);
  return (term) => (counts.get(term) ?? 0) / Math.max(1, profiles.length);
}

const shared = (mine: ReadonlySet<string>, theirs: ReadonlySet<string>): string[] =>
  [...mine].filter((each) => theirs.has(each));

/** A name agrees when both have it, or when one names it and the other tells of it. */
function sharedNames(
  mine: Profile,
  theirs: Profile,
  of: (p: Profile) => ReadonlyMap<string, string>,
): string[] {
  const found = new Map<string, string>();
  for (const [one, other] of [
    [mine, theirs],
    [theirs, mine],
  ] as const)
    for (const [key, name] of of(one)) if (of(other).has(key) || other.words.has(key)) found.set(key, name);
  return [...found.values()];
}

/** What another case has in common with this one: parties, systems, events, words, themes of the lessons, cause. */
export function likenessOf(mine: Profile, theirs: Profile, commonness: Commonness): Likeness {
  const rare = (term: string): boolean => commonness(term) <= 0.4;
  const rarestFirst = (terms: string[]): string[] =>
    terms
      .filter(rare)
      .sort((a, b) => commonness(a) - commonness(b) || b.length - a.length || (a < b ? -1 : 1));
  const events = rarestFirst(shared(mine.events, theirs.events));
  const words = rarestFirst(shared(mine.words, theirs.words)).filter((term) => !events.includes(term));
  const named = (kind: Reason['kind'], names: readonly string[]): Reason[] =>
    names.map((what) => ({ kind, what }));
  const cause =
    mine.causeGroup !== undefined && isCause(mine.causeGroup) && mine.causeGroup === theirs.causeGroup;
  const reasons = [
    ...named('theme', shared(mine.themes, theirs.themes)),
    ...named(
      'system',
      sharedNames(mine, theirs, ({ systems }) => systems),
    ),
    ...named(
      'party',
      sharedNames(mine, theirs, ({ parties }) => parties),
    ),
    ...named('event', events.slice(0, 3)),
    ...named('word', words.slice(0, 6)),
    ...named('cause', cause ? [theirs.causeGroup ?? ''] : []),
  ];
  const score = reasons.reduce((sum, { kind }) => sum + WEIGHTS[kind], 0);
  return { score, reasons: reasons.slice(0, MOST_REASONS) };
}

/** Less than this in common is chance: two cases that share no more than their cause, or a word or two. */
const LEAST = 2;

/** The most alike of others, each with its reasons. */
export function mostAlike<T>(
  mine: Profile,
  others: readonly { readonly profile: Profile; readonly of: T }[],
  most: number,
): { readonly of: T; readonly likeness: Likeness }[] {
  const commonness = commonnessOf(others.map(({ profile }) => profile));
  return others
    .map(({ profile, of }) => ({ of, likeness: likenessOf(mine, profile, commonness) }))
    .filter(({ likeness }) => likeness.score >= LEAST)
    .sort((a, b) => b.likeness.score - a.likeness.score)
    .slice(0, most);
}
