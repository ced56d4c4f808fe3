import type { Bilingual } from '../../../kernel/language.ts';
import { fold } from '../../../kernel/text.ts';
import { labelsOf } from '../../../report/figure/rules.ts';
import { isSituation, type Situation } from '../../prepare/plans/schema.ts';
import { isCause } from '../cases/causes/rules.ts';
import { type CaseDocument, type CauseGroup, PARTY_KINDS, SYSTEM_KINDS } from '../cases/schema.ts';
import { claimsOf } from '../cases/texts/rules.ts';
import type { REASONS } from './schema.ts';

/** Names in both languages, by their folded form in each. */
type Names = ReadonlyMap<string, Bilingual>;

/** What is compared of a case, or of an incident that is none yet. Names by their folded form. */
export interface Profile {
  readonly causeGroup: CauseGroup | undefined;
  /** What it is taken for: as said of an incident, or as its words tell. */
  readonly situations: ReadonlySet<Situation>;
  readonly themes: ReadonlySet<string>;
  readonly parties: Names;
  readonly systems: Names;
  /** Words of what happened, and of everything told. */
  readonly events: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

export interface Reason {
  readonly kind: (typeof REASONS)[number];
  /** A name in both languages; of a situation, theme or cause its key. */
  readonly what: Bilingual;
}

/** Why two are alike, strongest first. */
export interface Likeness {
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** Runs of katakana, of Han or of Latin letters: in Japanese these carry the meaning, and no dictionary is needed. */
const TERM = /[ァ-ヺ]{3,}|[\p{Script=Han}々]{2,8}|[a-z][a-z0-9-]{3,}/gu;

export const termsOf = (text: string): ReadonlySet<string> => new Set(fold(text).match(TERM) ?? []);

/** By which words somebody tells what a thing was; a situation whose words stand in most cases has none here. */
const TELLTALES: Readonly<Partial<Record<Situation, RegExp>>> = {
  ransomware: /ランサムウェア|ransomware/,
  ddos: /ddos/,
  dataLeak: /(情報|デタ).{0,6}(漏えい|漏洩|流出)|data (leak|breach)/,
  certificate: /証明書|certificate/,
  overload: /過負荷|アクセス集中|overload/,
  network: /(ネットワク|通信|回線).{0,4}(障害|断|異常)|network (fault|failure|outage)/,
};
const toldSituations = (text: string): Situation[] => {
  const folded = fold(text);
  return Object.entries(TELLTALES).flatMap(([situation, tells]) =>
    isSituation(situation) && tells.test(folded) ? [situation] : [],
  );
};

/** Nearly every figure has an operator with its departments: only what stands apart says something. */
const EVERYWHERE = new Set(
  ['重要インフラ事業者', '事業者', '経営層', 'システム部門', '広報部門', '対策本部'].map(fold),
);

function namesOf(document: CaseDocument, kinds: readonly string[]): Map<string, Bilingual> {
  const names = document.figure.boxes.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name);
  return new Map(
    names
      .filter(({ ja }) => !EVERYWHERE.has(fold(ja)))
      .flatMap((name) => [name.ja, name.en].filter(Boolean).map((called) => [fold(called), name] as const)),
  );
}

export function profileOf(document: CaseDocument): Profile {
  const events = labelsOf(document.figure).filter(({ label }) => label.kind === 'event');
  const told = [document.title, ...document.summary, ...claimsOf(document).map(({ text }) => text)];
  return {
    causeGroup: document.causeGroup,
    // What a case is about stands at its head; further down much is mentioned.
    situations: new Set(
      toldSituations([document.title, ...document.summary].map(({ ja, en }) => `${ja} ${en}`).join(' ')),
    ),
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
  readonly situation: string | null;
  readonly signals: readonly string[];
  readonly notes: readonly string[];
  readonly parties: readonly string[];
  readonly systems: readonly string[];
}): Profile {
  const named = (names: readonly string[]) =>
    new Map(names.map((name) => [fold(name), { ja: name, en: name }] as const));
  const events = [incident.title, ...incident.signals].join(' ');
  return {
    causeGroup: undefined,
    situations: new Set([
      ...(isSituation(incident.situation) && incident.situation !== 'other' ? [incident.situation] : []),
      ...toldSituations(events),
    ]),
    themes: new Set(),
    parties: named(incident.parties),
    systems: named(incident.systems),
    events: termsOf(events),
    words: termsOf([events, ...incident.notes].join(' ')),
  };
}

const WEIGHTS = { situation: 4, party: 2, system: 2, event: 2, word: 0.5, theme: 3, cause: 1 } as const;
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
function sharedNames(mine: Profile, theirs: Profile, of: (p: Profile) => Names): Bilingual[] {
  const found = new Map<string, Bilingual>();
  for (const [one, other] of [
    [mine, theirs],
    [theirs, mine],
  ] as const)
    for (const [key, name] of of(one))
      if (of(other).has(key) || other.words.has(key)) found.set(name.ja, name);
  return [...found.values()];
}

/**
 * What another case has in common with this one. Words and events that agree say how much alike the two are; a reason is
 * a matter: what it is taken for, themes of the lessons, systems, parties, cause.
 */
export function likenessOf(mine: Profile, theirs: Profile, commonness: Commonness): Likeness {
  const rare = (term: string): boolean => commonness(term) <= 0.4;
  const rarestFirst = (terms: string[]): string[] =>
    terms
      .filter(rare)
      .sort((a, b) => commonness(a) - commonness(b) || b.length - a.length || (a < b ? -1 : 1));
  const events = rarestFirst(shared(mine.events, theirs.events));
  const words = rarestFirst(shared(mine.words, theirs.words)).filter((term) => !events.includes(term));
  const named = (kind: Reason['kind'], names: readonly Bilingual[]): Reason[] =>
    names.map((what) => ({ kind, what }));
  const keyed = (kind: Reason['kind'], keys: readonly string[]): Reason[] =>
    named(
      kind,
      keys.map((key) => ({ ja: key, en: key })),
    );
  const cause =
    mine.causeGroup !== undefined && isCause(mine.causeGroup) && mine.causeGroup === theirs.causeGroup;
  const reasons = [
    ...keyed('situation', shared(mine.situations, theirs.situations)),
    ...keyed('theme', shared(mine.themes, theirs.themes)),
    ...named(
      'system',
      sharedNames(mine, theirs, ({ systems }) => systems),
    ),
    ...named(
      'party',
      sharedNames(mine, theirs, ({ parties }) => parties),
    ),
    ...keyed('cause', cause ? [theirs.causeGroup ?? ''] : []),
  ];
  const worded = WEIGHTS.event * Math.min(3, events.length) + WEIGHTS.word * Math.min(6, words.length);
  const score = reasons.reduce((sum, { kind }) => sum + WEIGHTS[kind], worded);
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
  return (
    others
      .map(({ profile, of }) => ({ of, likeness: likenessOf(mine, profile, commonness) }))
      // Words alone are no matter.
      .filter(({ likeness }) => likeness.score >= LEAST && likeness.reasons.length > 0)
      .sort((a, b) => b.likeness.score - a.likeness.score)
      .slice(0, most)
  );
}
