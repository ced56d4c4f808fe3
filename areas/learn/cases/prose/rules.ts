import type { Hedged } from '../../../../kernel/certainty.ts';
import { cutText, joinTexts } from '../../../../kernel/hedged-pieces.ts';
import { rewritten } from '../../../../kernel/hedges.ts';
import { LANGUAGES, type Language } from '../../../../kernel/language.ts';
import { canonicalJson } from '../../../../kernel/text.ts';
import { MOST } from '../limits/rules.ts';
import {
  type CaseDocument,
  CLAIM_SECTIONS,
  type Claim,
  type ClaimSection,
  claim as claimShape,
} from '../schema.ts';
import { claimsOf, type Finding } from '../texts/rules.ts';

/** Where the caret stands in one language of a claim; `to` where something is selected. */
export interface Caret {
  readonly id: string;
  readonly language: Language;
  readonly from: number;
  readonly to: number;
}

export const emptyClaim = (id: string): Claim => ({
  id,
  text: { ja: '', en: '' },
  disclosure: 'publish',
  labels: [],
  textOnly: false,
  times: [],
  estimates: [],
  covers: [],
});

export const isEmptyText = (text: Hedged): boolean =>
  LANGUAGES.every((language) => text[language].trim() === '');

export const sectionOf = (document: CaseDocument, id: string): ClaimSection | undefined =>
  CLAIM_SECTIONS.find((section) => document.sections[section].some((each) => each.id === id));

const withClaims = (document: CaseDocument, section: ClaimSection, claims: Claim[]): CaseDocument => ({
  ...document,
  sections: { ...document.sections, [section]: claims },
});

export function withClaim(document: CaseDocument, next: Claim): CaseDocument {
  const section = sectionOf(document, next.id);
  if (!section) return document;
  const claims = document.sections[section];
  return withClaims(
    document,
    section,
    claims.map((each) => (each.id === next.id ? next : each)),
  );
}

/** Puts claims behind one of their section, or at its beginning. */
function inserted(
  document: CaseDocument,
  section: ClaimSection,
  after: string | undefined,
  more: Claim[],
): CaseDocument {
  const claims = document.sections[section];
  const at = after === undefined ? 0 : claims.findIndex(({ id }) => id === after) + 1;
  return withClaims(document, section, claims.toSpliced(at, 0, ...more));
}

export const isFull = (document: CaseDocument, section: ClaimSection): boolean =>
  document.sections[section].length >= MOST.claims;

/** An empty claim at the end of a section, or behind one of it. */
export function added(
  document: CaseDocument,
  section: ClaimSection,
  id: string,
  after?: string,
): CaseDocument {
  if (isFull(document, section)) return document;
  return inserted(document, section, after ?? document.sections[section].at(-1)?.id, [emptyClaim(id)]);
}

/**
 * A claim of a draft, put at the end of a section. What it says of other claims is about those of that draft, and so are
 * its labels; a response that has none is told in the text only.
 */
export function putIn(document: CaseDocument, section: ClaimSection, claim: Claim, id: string): CaseDocument {
  const { later: _, factor: __, ...own } = claim;
  const textOnly = section === 'response' || own.textOnly;
  return withClaim(added(document, section, id), { ...own, id, labels: [], textOnly });
}

const SENTENCE_ENDS: Readonly<Record<Language, RegExp>> = { ja: /[。！？]/gu, en: /[.!?](?=\s|$)/gu };
const sentenceEnds = (text: string, language: Language): number[] =>
  [...text.matchAll(SENTENCE_ENDS[language])].map(({ index, 0: end }) => index + end.length);

/**
 * Where the other language is cut: between the same sentences where both have as many of them, else nowhere, for what
 * belongs to which half only its writer knows.
 */
function cutElsewhere(text: Hedged, language: Language, at: number): number {
  const other: Language = language === 'ja' ? 'en' : 'ja';
  const [mine, theirs] = [sentenceEnds(text[language], language), sentenceEnds(text[other], other)];
  const n = mine.findIndex((end) => text[language].slice(end, at).trim() === '' && end <= at);
  const between = n >= 0 && n < mine.length - 1 && mine.length === theirs.length;
  return between ? (theirs[n] ?? text[other].length) : text[other].length;
}

/** A text in two at a place of one language. */
export function splitText(text: Hedged, language: Language, at: number): [Hedged, Hedged] {
  const elsewhere = cutElsewhere(text, language, at);
  return cutText(text, language === 'ja' ? { ja: at, en: elsewhere } : { ja: elsewhere, en: at });
}

/** What the second half of a claim says is known from where the first is, and may be told as it may. */
function secondHalf(
  { times: _, estimates: __, labels: ___, covers: ____, ...rest }: Claim,
  id: string,
): Claim {
  return { ...emptyClaim(id), ...rest, id };
}

const without = (text: string, from: number, to: number): string => text.slice(0, from) + text.slice(to);

/**
 * Enter: what stands behind the caret becomes a claim of its own; at either end there is a new one, and what is known of
 * the claim stays with its words.
 */
export function split(
  document: CaseDocument,
  { id, language, from, to }: Caret,
  fresh: string,
): CaseDocument {
  const section = sectionOf(document, id);
  const whole = section && document.sections[section].find((each) => each.id === id);
  if (!section || !whole || isFull(document, section)) return document;
  const text = rewritten(whole.text, language, without(whole.text[language], from, to));
  const behind = text[language].slice(from).trim() !== '';
  if (behind && text[language].slice(0, from).trim() === '') {
    const before = document.sections[section][document.sections[section].indexOf(whole) - 1];
    return inserted(withClaim(document, { ...whole, text }), section, before?.id, [emptyClaim(fresh)]);
  }
  if (!behind) return inserted(withClaim(document, { ...whole, text }), section, id, [emptyClaim(fresh)]);
  const [head, tail] = splitText(text, language, from);
  const first = withClaim(document, { ...whole, text: textOf(head) });
  return inserted(first, section, id, [{ ...secondHalf(whole, fresh), text: textOf(tail) }]);
}

/** The same text, in lists of its own. */
const textOf = ({ ja, en, hedges }: Hedged): Claim['text'] => ({
  ja,
  en,
  ...(hedges && { hedges: [...hedges] }),
});

/** What became of joining two claims. */
export type Joined =
  | { readonly is: 'joined'; readonly document: CaseDocument; readonly caret: Caret }
  /** Too long for one claim, or different things are known of the two. */
  | { readonly is: 'tooLong' | 'different' }
  | { readonly is: 'first' };

const SAYS_ONE_THING = ['factor', 'later', 'outcome', 'done'] as const;
const STRICTEST = ['withhold', 'generalise', 'publish'] as const;
const unique = <T>(all: readonly T[]): T[] => [...new Set(all)];

/** Two claims as one, with all that is known of either; undefined where they say different things. */
function asOne(first: Claim, second: Claim): Claim | undefined {
  const linked =
    [first.later?.by, first.factor?.of].includes(second.id) ||
    [second.later?.by, second.factor?.of].includes(first.id);
  const differs = SAYS_ONE_THING.some(
    (key) =>
      first[key] !== undefined &&
      second[key] !== undefined &&
      canonicalJson(first[key]) !== canonicalJson(second[key]),
  );
  // How surely something is a cause is said of the whole claim.
  if (linked || differs || (first.factor === undefined) !== (second.factor === undefined)) return undefined;
  const sources = unique([first.source, second.source].filter((each) => each !== undefined));
  return {
    ...second,
    ...first,
    text: textOf(joinTexts(first.text, second.text)),
    disclosure: STRICTEST.find((each) => [first.disclosure, second.disclosure].includes(each)) ?? 'publish',
    ...(sources.length > 0 && { source: sources.join('; ') }),
    labels: unique([...first.labels, ...second.labels]),
    covers: unique([...first.covers, ...second.covers]),
    times: [...first.times, ...second.times],
    estimates: [...first.estimates, ...second.estimates],
    textOnly: first.textOnly && second.textOnly,
  };
}

/** Whoever referred to a claim that is part of another now refers to that one. */
function referred(document: CaseDocument, from: string, to: string): CaseDocument {
  const turn = (id: string): string => (id === from ? to : id);
  const sections = Object.fromEntries(
    CLAIM_SECTIONS.map((section) => [
      section,
      document.sections[section].map((each) => ({
        ...each,
        ...(each.factor && { factor: { ...each.factor, of: turn(each.factor.of) } }),
        ...(each.later && { later: { ...each.later, by: turn(each.later.by) } }),
      })),
    ]),
  ) as CaseDocument['sections'];
  const lessons = document.lessons.map((each) => ({ ...each, supports: unique(each.supports.map(turn)) }));
  return { ...document, sections, lessons };
}

/** Takes a claim out; a lesson that rested on it rests on what is left. */
export function removed(document: CaseDocument, id: string): CaseDocument {
  const section = sectionOf(document, id);
  if (!section) return document;
  const lessons = document.lessons.map((each) =>
    each.supports.includes(id)
      ? { ...each, supports: each.supports.filter((support) => support !== id) }
      : each,
  );
  return withClaims(
    { ...document, lessons },
    section,
    document.sections[section].filter((each) => each.id !== id),
  );
}

/** Backspace at the beginning: the claim is joined to the one before it; an empty one of the two just goes. */
export function joined(document: CaseDocument, id: string, language: Language): Joined {
  const all = claimsOf(document);
  const at = all.findIndex((each) => each.id === id);
  const [before, own] = [all[at - 1], all[at]];
  const caretIn = ({ id: of, text }: Claim, place = text[language].length): Caret => ({
    id: of,
    language,
    from: place,
    to: place,
  });
  if (!own) return { is: 'first' };
  const next = all[at + 1];
  const neighbour = before ?? next;
  if (isEmptyText(own.text) && neighbour)
    return {
      is: 'joined',
      document: removed(document, id),
      caret: caretIn(neighbour, before ? undefined : 0),
    };
  const section = sectionOf(document, id);
  if (!before || sectionOf(document, before.id) !== section) return { is: 'first' };
  if (isEmptyText(before.text))
    return { is: 'joined', document: removed(document, before.id), caret: caretIn(own, 0) };
  const whole = asOne(before, own);
  if (!whole) return { is: 'different' };
  if (!claimShape.safeParse(whole).success) return { is: 'tooLong' };
  const place = whole.text[language].length - own.text[language].length;
  const rest = removed(referred(document, id, before.id), id);
  return { is: 'joined', document: withClaim(rest, whole), caret: caretIn(whole, place) };
}

/** Alt and an arrow: one place up or down, over the edge of a section into the next. */
export function moved(document: CaseDocument, id: string, by: -1 | 1): CaseDocument {
  const section = sectionOf(document, id);
  if (!section) return document;
  const claims = document.sections[section];
  const at = claims.findIndex((each) => each.id === id);
  const [own, other] = [claims[at], claims[at + by]];
  if (!own) return document;
  if (other) return withClaims(document, section, claims.with(at, other).with(at + by, own));
  const next = CLAIM_SECTIONS[CLAIM_SECTIONS.indexOf(section) + by];
  if (!next) return document;
  const first = document.sections[next][0]?.id;
  return placed(document, id, next, by === 1 ? first : undefined);
}

/** Why a claim would not move: there is nothing beyond, or no room in the section it would come to. */
export function leadsNowhere(document: CaseDocument, id: string, by: -1 | 1): 'end' | 'full' | undefined {
  const section = sectionOf(document, id);
  if (!section || moved(document, id, by) !== document) return undefined;
  return CLAIM_SECTIONS[CLAIM_SECTIONS.indexOf(section) + by] ? 'full' : 'end';
}

/** Takes a claim out of where it stands and puts it before another, or at the end of a section. */
export function placed(document: CaseDocument, id: string, to: ClaimSection, before?: string): CaseDocument {
  const section = sectionOf(document, id);
  const own = claimsOf(document).find((each) => each.id === id);
  if (!section || !own || id === before || (section !== to && isFull(document, to))) return document;
  const out = withClaims(
    document,
    section,
    document.sections[section].filter((each) => each.id !== id),
  );
  const target = out.sections[to];
  const at = before === undefined ? -1 : target.findIndex((each) => each.id === before);
  return withClaims(out, to, target.toSpliced(at < 0 ? target.length : at, 0, own));
}

/** Bullets, numbers and ends of lines that come along from other documents. */
const BULLET = /^[\s　]*(?:[・•●○◦▪■□‣–—*-][\s　]*|[(（]?\d{1,2}[.)）．][\s　]+)?/u;
export const pastedLines = (text: string): string[] =>
  text
    .split(/\r\n?|\n/u)
    .map((line) => line.replace(BULLET, '').trim())
    .filter((line) => line !== '');

/**
 * Lines pasted into a claim: the first goes on where the caret is, each further one is a claim of its own.
 * Undefined where the section has no room for them.
 */
export function pasted(
  document: CaseDocument,
  { id, language, from, to }: Caret,
  lines: readonly string[],
  fresh: readonly string[],
): { readonly document: CaseDocument; readonly caret: Caret } | undefined {
  const section = sectionOf(document, id);
  const own = claimsOf(document).find((each) => each.id === id);
  const [first = '', last = ''] = [lines[0], lines.at(-1)];
  if (!section || !own) return undefined;
  if (document.sections[section].length + lines.length - 1 > MOST.claims) return undefined;
  const written = (claim: Claim, words: string): Claim => ({
    ...claim,
    text: textOf(rewritten(claim.text, language, words)),
  });
  const text = rewritten(own.text, language, without(own.text[language], from, to));
  const words = text[language];
  if (lines.length < 2) {
    const at = from + first.length;
    const all = own.text[language].slice(0, from) + first + own.text[language].slice(to);
    return { document: withClaim(document, written(own, all)), caret: { id, language, from: at, to: at } };
  }
  // What is pasted into a claim may be told as that claim.
  const beside = (of: string): Claim => ({ ...emptyClaim(of), disclosure: own.disclosure });
  const news = lines.slice(1).map((line, i) => written(beside(fresh[i] ?? ''), line));
  const pieces = (): Claim[] => {
    if (words.slice(from).trim() === '') return [written({ ...own, text }, words + first), ...news];
    const [head, tail] = splitText(text, language, from);
    // What is known of a claim stays with its words: with those behind where nothing stands before.
    const [front, back] =
      head[language] === ''
        ? [beside(fresh.at(-1) ?? ''), { ...own, text }]
        : [
            { ...own, text: textOf(head) },
            { ...secondHalf(own, fresh.at(-1) ?? ''), text: textOf(tail) },
          ];
    return [
      written(front, front.text[language] + first),
      ...news.slice(0, -1),
      written(back, last + back.text[language]),
    ];
  };
  const all = pieces();
  const end = { id: all.at(-1)?.id ?? id, language, from: last.length, to: last.length };
  return {
    document: withClaims(
      document,
      section,
      document.sections[section].flatMap((each) => (each.id === id ? all : [each])),
    ),
    caret: end,
  };
}

/** What is selected in each language of a text, and when that was. */
export interface Selected {
  readonly words: Readonly<Record<Language, string>>;
  readonly at: Readonly<Record<Language, number>>;
}

export const NOTHING_SELECTED: Selected = { words: { ja: '', en: '' }, at: { ja: 0, en: 0 } };

/** Two selections within this belong together: one goes from a phrase to its like in the other language. */
const JUST_BEFORE_MILLISECONDS = 30_000;

/** What is selected in one language; what was selected in the other is forgotten unless that was just before. */
export function selectedAnew(before: Selected, language: Language, words: string, at: number): Selected {
  const other: Language = language === 'ja' ? 'en' : 'ja';
  const forgotten = words !== '' && at - before.at[other] > JUST_BEFORE_MILLISECONDS;
  const next: Selected = {
    words: { ...before.words, [language]: words },
    at: { ...before.at, [language]: at },
  };
  return forgotten ? unselected(next, other) : next;
}

/** Something else was done since: what was selected in a language is not meant any more. */
export const unselected = (before: Selected, language: Language): Selected =>
  before.words[language] === '' ? before : { ...before, words: { ...before.words, [language]: '' } };

const places = (document: CaseDocument): string[] =>
  CLAIM_SECTIONS.flatMap((section) => document.sections[section].map(({ id }) => `${section} ${id}`));

/** Behind what is different between two texts. */
function behindChange(before: string, after: string): number {
  let tail = 0;
  while (tail < Math.min(before.length, after.length) && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return after.length - tail;
}

/** Where the caret belongs after undo or redo: at what became different; undefined where no claim did. */
export function changedAt(before: CaseDocument, after: CaseDocument, language: Language): Caret | undefined {
  const was = new Map(claimsOf(before).map((each) => [each.id, each]));
  const at = (id: string, place: number, of = language): Caret => ({
    id,
    language: of,
    from: place,
    to: place,
  });
  const other: Language = language === 'ja' ? 'en' : 'ja';
  for (const { id, text } of claimsOf(after)) {
    const old = was.get(id);
    if (!old) return at(id, text[language].length);
    for (const of of [language, other])
      if (old.text[of] !== text[of]) return at(id, behindChange(old.text[of], text[of]), of);
  }
  const here = new Set(claimsOf(after).map(({ id }) => id));
  const ids = claimsOf(before).map(({ id }) => id);
  const gone = ids.findIndex((id) => !here.has(id));
  if (gone >= 0) {
    const near = ids.slice(0, gone).findLast((id) => here.has(id)) ?? ids.find((id) => here.has(id));
    const text = claimsOf(after).find(({ id }) => id === near)?.text[language];
    return near === undefined ? undefined : at(near, text?.length ?? 0);
  }
  const [then, now] = [places(before), places(after)];
  const moved = claimsOf(after).find(({ id }) => {
    const rest = (of: string[]) => of.filter((place) => !place.endsWith(` ${id}`)).join();
    return then.join() !== now.join() && rest(then) === rest(now);
  });
  return moved && at(moved.id, 0);
}

export interface PlacedFindings {
  /** By the id of a claim, or by the name of a section. */
  readonly inPlace: ReadonlyMap<string, readonly Finding[]>;
  readonly elsewhere: readonly Finding[];
}

/** What is to mend stands with the claim or section it is about; the rest in a list of its own. */
export function findingsInPlace(document: CaseDocument, findings: readonly Finding[]): PlacedFindings {
  const inPlace = new Map<string, Finding[]>();
  const elsewhere: Finding[] = [];
  for (const each of findings) {
    const [top, name, at] = each.path.split('.');
    // A question stands where its answer would, by itself.
    if (top === 'questions') continue;
    const section = top === 'sections' ? CLAIM_SECTIONS.find((section) => section === name) : undefined;
    if (!section) elsewhere.push(each);
    else {
      const key = at === undefined ? section : (document.sections[section][Number(at)]?.id ?? section);
      inPlace.set(key, [...(inPlace.get(key) ?? []), each]);
    }
  }
  return { inPlace, elsewhere };
}
