import type { Bilingual, Language } from '../../../../kernel/language.ts';
import type { Entity } from '../entities/schema.ts';
import type { Finder, Found } from '../finding/finder.ts';
import { CALLED } from '../forms/people.ts';
import { LEGAL_FORMS_EN, LEGAL_FORMS_JA } from '../forms/words.ts';
import { findDates, findTimes, type Moment } from '../values/dates.ts';
import { findQuantities } from '../values/quantities.ts';
import { roundCount } from './counts.ts';
import { type Anchor, dayOf, relative } from './moments.ts';
import type { Change } from './reword.ts';

/** By what the words of one case are replaced. */
export interface Replacing {
  readonly finder: Finder;
  readonly labels: ReadonlyMap<Entity, Bilingual>;
  readonly anchor: Anchor | undefined;
}

/** Of places that overlap, the longest; of equal ones the first. */
export function apart<T extends { readonly from: number; readonly to: number }>(places: readonly T[]): T[] {
  const taken: T[] = [];
  for (const each of places.toSorted((a, b) => b.to - b.from - (a.to - a.from)))
    if (!taken.some((other) => each.from < other.to && other.from < each.to)) taken.push(each);
  return taken.sort((a, b) => a.from - b.from);
}

const escaped = (words: readonly string[]): string =>
  words
    .toSorted((a, b) => b.length - a.length)
    .map((each) => each.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join('|');
const LEGAL_BEFORE = new RegExp(`(?:${escaped(LEGAL_FORMS_JA)})\\s*$`, 'u');
const LEGAL_BEHIND = new RegExp(
  `^\\s*(?:(?:${escaped(LEGAL_FORMS_JA)})|,?\\s*(?:${escaped(LEGAL_FORMS_EN)})(?![a-z]))+`,
  'u',
);
const TOKEN_BEFORE = /[\w.%+@:/-]*[.@/_-]?$/;
const TOKEN_BEHIND = /^[\w.%+@/_-]*/;
const SENTENCE_BEGINS =
  /(?:^|(?<!\b(?:Ltd|Inc|Co|Corp|a\.m|p\.m|approx|Mr|Ms|Dr|No|vs|e\.g|i\.e))[.!?]["”’)]*\s+)$/;
const ABBREVIATED = /\b(?:Ltd|Inc|Co|Corp|K|G|Jr|Sr)$/i;
/** A name that is told from another by a sign takes no article. */
const SIGNED = /\s(?:\d+|[A-Z]{1,2})$/;
const ARTICLE = /\b(?:the|a|an)\s+$/i;
const DETERMINED =
  /\b(?:the|a|an|its|their|our|this|these|those|each|every|no|one|another|any|some|other|\w+['’]s?)\s+(?:\w+\s+)?$/i;

/** The whole of what names it: with the legal form beside it, what a person is called by, the rest of an address. */
function widened(text: string, { from, to, entity }: Found, heading: boolean): { from: number; to: number } {
  let [start, end] = [from, to];
  if (entity.kind === 'organisation') {
    start -= LEGAL_BEFORE.exec(text.slice(0, start))?.[0].length ?? 0;
    end += LEGAL_BEHIND.exec(text.slice(end))?.[0].length ?? 0;
  }
  // The dot of «Ltd.» belongs to it, unless it ends the sentence too.
  if (
    ABBREVIATED.test(text.slice(start, end)) &&
    /^\.(?=\s*[a-z,;:)\d])/.test(heading ? `${text.slice(end)},` : text.slice(end))
  )
    end += 1;
  if (entity.kind === 'person') end += CALLED.exec(text.slice(end))?.[0].length ?? 0;
  const left = TOKEN_BEFORE.exec(text.slice(0, start))?.[0] ?? '';
  const right = TOKEN_BEHIND.exec(text.slice(end))?.[0] ?? '';
  const token = `${left}${text.slice(start, end)}${right.replace(/[.,/-]+$/, '')}`;
  if (/^\S+$/.test(token) && (/@|:\/\//.test(token) || /^(?:[\w-]+\.)+[a-z]{2,}(?:\/\S*)?$/i.test(token))) {
    start -= left.length;
    end += right.replace(/[.,/-]+$/, '').length;
  }
  return { from: start, to: end };
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** A label as it stands in a sentence; in English with its article, where nothing before it determines it. */
function labelled(
  text: string,
  from: number,
  to: number,
  label: Bilingual,
  language: Language,
  heading: boolean,
): string {
  if (language === 'ja') return label.ja;
  const before = text.slice(0, from);
  const whole = from === 0 && to === text.length;
  const has = /^(?:the|a|an)\s/i.test(label.en);
  const words =
    heading || whole || has || DETERMINED.test(before) || /[-/(]$/.test(before) || SIGNED.test(label.en)
      ? label.en
      : `the ${label.en}`;
  return SENTENCE_BEGINS.test(before) ? capital(words) : words;
}

function nameChanges(
  text: string,
  language: Language,
  { finder, labels }: Replacing,
  heading: boolean,
): Change[] {
  const found = finder.find(text).filter(({ entity }) => labels.has(entity));
  const wide = apart(found.map((each) => ({ ...each, ...widened(text, each, heading) })));
  return wide.flatMap(({ entity, from, to }) => {
    const label = labels.get(entity);
    if (!label) return [];
    const inPlace =
      language === 'en' && entity.kind === 'place'
        ? (/\bin\s+$/i.exec(text.slice(0, from))?.[0].length ?? 0)
        : 0;
    if (inPlace > 0)
      return [
        { from: from - inPlace, to, words: `${text[from - inPlace] === 'I' ? 'At' : 'at'} ${label.en}` },
      ];
    const article =
      language === 'en' && SIGNED.test(label.en) ? (ARTICLE.exec(text.slice(0, from))?.[0].length ?? 0) : 0;
    return [
      { from: from - article, to, words: labelled(text, from - article, to, label, language, heading) },
    ];
  });
}

const BEFORE_DATE =
  /(?:\b(?:on|in|at|around|about)\s+(?:the\s+)?(?:(?:morning|afternoon|evening|night)\s+of\s+)?(?:about\s+|around\s+)?|\bthe\s+)$/i;
const BEHIND_TIME = /^\s?(?:頃|ごろ|ころ)/u;

/** Moments of a text, a time of day that stands before its date in one with it. */
function momentsOf(text: string): Moment[] {
  const dates = apart(findDates(text));
  const times = apart(findTimes(text)).filter(
    ({ from, to }) => !dates.some((date) => from < date.to && date.from < to),
  );
  const joined = new Set<Moment>();
  const whole = dates.map((date) => {
    const time = times.find(
      ({ to }) => to <= date.from && /^\s*,?\s*(?:on|of)?\s*$/i.test(text.slice(to, date.from)),
    );
    if (!time || date.hour !== undefined || date.day === undefined) return date;
    joined.add(time);
    return { ...date, hour: time.hour ?? 0, minute: time.minute ?? 0, from: time.from };
  });
  return [...whole, ...times.filter((time) => !joined.has(time))].sort((a, b) => a.from - b.from);
}

function momentChanges(text: string, language: Language, { anchor }: Replacing): Change[] {
  if (!anchor) return [];
  let day = anchor.day;
  return momentsOf(text).map((moment) => {
    day = dayOf(moment, anchor.day.year) ?? day;
    const words = relative(moment, anchor, language, day);
    // The dot of «a.m.» ends the sentence too.
    const dot = text[moment.to - 1] === '.' && /^(?:$|\s+\p{Lu})/u.test(text.slice(moment.to)) ? 1 : 0;
    const to = moment.to - dot + (BEHIND_TIME.exec(text.slice(moment.to))?.[0].length ?? 0);
    if (language === 'ja')
      return { from: moment.from - (/約$/u.exec(text.slice(0, moment.from))?.[0].length ?? 0), to, words };
    const from = moment.from - (BEFORE_DATE.exec(text.slice(0, moment.from))?.[0].length ?? 0);
    return { from, to, words: SENTENCE_BEGINS.test(text.slice(0, from)) ? capital(words) : words };
  });
}

const ABOUT =
  /(?:約|およそ|おおよそ|計|合計|\b(?:about|approximately|approx\.|around|some|roughly|exactly|nearly|almost|over|more than|a total of)\s+|[¥$€])$/iu;

/** As exactly as this a count tells of one house: four figures that are not round. */
const isExact = (value: number): boolean => value >= 100 && String(value).replace(/0+$/, '').length >= 3;

function countChanges(text: string, language: Language, { finder }: Replacing): Change[] {
  const listed = finder.find(text).filter(({ entity }) => entity.kind === 'quantity');
  const found = apart(findQuantities(text)).filter(
    ({ from, to, value, unit }) =>
      listed.some((each) => each.from < to && from < each.to) ||
      (isExact(value) && unit !== undefined && unit !== 'percent' && unit !== 'byte' && unit !== 'year'),
  );
  return found.map(({ from, to, value }) => {
    const before = ABOUT.exec(text.slice(0, from))?.[0] ?? '';
    const start = from - before.length;
    const money = /[¥$€]$/.exec(before)?.[0] ?? '';
    const rounded = roundCount(value, language);
    const words = language === 'en' && money !== '' ? rounded.replace(/^(about )?/, `$1${money}`) : rounded;
    return { from: start, to, words: SENTENCE_BEGINS.test(text.slice(0, start)) ? capital(words) : words };
  });
}

/** Every change a text needs, names before moments before counts where they overlap. */
export function changesOf(text: string, language: Language, by: Replacing, heading: boolean): Change[] {
  const all = [
    nameChanges(text, language, by, heading),
    momentChanges(text, language, by),
    countChanges(text, language, by),
  ];
  const taken: Change[] = [];
  for (const changes of all)
    for (const each of changes)
      if (!taken.some((other) => each.from < other.to && other.from < each.to)) taken.push(each);
  return taken.sort((a, b) => a.from - b.from);
}
