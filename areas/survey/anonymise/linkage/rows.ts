import { createHash } from 'node:crypto';
import { type CaseDocument, CLAIM_SECTIONS, type Claim } from '../../../learn/cases/schema.ts';
import { textsOf } from '../../../learn/cases/texts/rules.ts';
import { findQuantities } from '../values/quantities.ts';
import type { LinkageRow } from './schema.ts';

interface Both {
  readonly ja: string;
  readonly en: string;
}
const DURATIONS = ['hour', 'minute', 'second', 'day', 'week', 'month', 'year'];
/** What is rounded says so in front. */
const ROUNDED =
  /(?:約|およそ|おおよそ|数|\b(?:about|approximately|around|some|roughly|nearly|over|more than|several)\s+)$/iu;

/** So coarse a stretch from the first event is what a date was replaced by. */
const RELATIVE =
  /^\s*(?:日|週間?|か月|ヶ月|年|days?|weeks?|months?|years?)\s*(?:後|前|目|later|earlier|before|after)/iu;

interface Number {
  readonly value: number;
  readonly unit: string;
  /** As it stands there. */
  readonly shown: string;
}
const keyOf = ({ value, unit }: Pick<Number, 'value' | 'unit'>): string => `${value}:${unit}`;

const WORDS = new Intl.Segmenter('ja', { granularity: 'word' });
/** The word behind a number, which says what it counts. */
function countedIn(rest: string): string {
  const [blank = ''] = /^\s*/.exec(rest) ?? [];
  const [first] = WORDS.segment(rest.slice(blank.length));
  return first?.isWordLike ? `${blank}${first.segment}` : '';
}

/** Every exact number of a text that counts something, in either language once. */
function numbersIn({ ja, en }: Both): Number[] {
  const found = [ja, en].flatMap((text) =>
    findQuantities(text).flatMap(({ value, unit, from, to }) =>
      unit === undefined || ROUNDED.test(text.slice(0, from)) || RELATIVE.test(text.slice(to))
        ? []
        : [{ value, unit, shown: `${text.slice(from, to)}${countedIn(text.slice(to))}` }],
    ),
  );
  return [...new Map(found.toReversed().map((each) => [keyOf(each), each])).values()].toReversed();
}

const exactTimesOf = ({ times, estimates }: Claim): string[] => [
  ...times.flatMap((time) =>
    'unstated' in time || time.precision !== 'minute'
      ? []
      : [time.after, ...(time.until ? [time.until] : [])],
  ),
  ...estimates.flatMap(({ precision, after, expected }) => (precision === 'minute' ? [after, expected] : [])),
];

/** Numbers and times that published cases have used: nobody is known by them. */
export interface UsedNumbers {
  readonly numbers: ReadonlySet<string>;
  readonly times: ReadonlySet<string>;
}
export const numbersUsedIn = (documents: readonly CaseDocument[]): UsedNumbers => ({
  numbers: new Set(
    documents.flatMap((each) => textsOf(each).flatMap(({ text }) => numbersIn(text).map(keyOf))),
  ),
  times: new Set(
    documents.flatMap((each) =>
      CLAIM_SECTIONS.flatMap((section) => each.sections[section].flatMap(exactTimesOf)),
    ),
  ),
});

/** The same words, the same mark: a decision is kept while nothing about it changes. */
const markOf = ({ ja, en }: Both): string =>
  createHash('sha256').update(`${ja}\n${en}`).digest('hex').slice(0, 24);

/** What of an edition nothing published has used: exact counts, exact times. */
export function rareNumbers(document: CaseDocument, used: UsedNumbers): LinkageRow[] {
  const counts = textsOf(document).flatMap(({ path, text: { ja, en } }) =>
    numbersIn({ ja, en }).flatMap((number): LinkageRow[] =>
      used.numbers.has(keyOf(number))
        ? []
        : [
            {
              key: `${keyOf(number)}:${markOf({ ja, en })}`,
              kind: DURATIONS.includes(number.unit) ? 'duration' : 'count',
              path,
              what: number.shown,
              text: { ja, en },
              address: '',
            },
          ],
    ),
  );
  const times = CLAIM_SECTIONS.flatMap((section) =>
    document.sections[section].flatMap((claim, i) =>
      [...new Set(exactTimesOf(claim))]
        .filter((time) => !used.times.has(time))
        .map(
          (time): LinkageRow => ({
            key: `${time}:${markOf(claim.text)}`,
            kind: 'duration',
            path: `sections.${section}.${i}`,
            what: time,
            text: { ja: claim.text.ja, en: claim.text.en },
            address: '',
          }),
        ),
    ),
  );
  return [...new Map([...counts, ...times].map((row) => [row.key, row])).values()];
}
