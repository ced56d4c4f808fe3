import type { Bilingual } from '../../../../kernel/language.ts';
import { fillIn } from '../../../../kernel/text.ts';
import type { Line } from '../../../ledger/schema.ts';
import { timesOf } from '../../../respond/timeline/rules.ts';
import type { StatedTime } from '../life/schema.ts';
import { durationWords } from '../life/words.ts';

/** A moment as exactly as the record knows it. */
interface Moment {
  readonly at: Temporal.Instant;
  readonly precision: string;
}

/** What an incident is counted from: when it was noticed, and for the whole of it when it occurred. */
export interface Bases {
  readonly zone: string;
  readonly noticed: Moment;
  readonly occurred: Moment | undefined;
}

const COARSER = ['second', 'minute', 'about', 'hour', 'day'] as const;
type Known = (typeof COARSER)[number];
const isKnown = (precision: string): precision is Known => (COARSER as readonly string[]).includes(precision);

/** A distance is known no better than either of its ends. */
const coarsest = (...precisions: readonly Known[]): Exclude<Known, 'second'> =>
  precisions.reduce<Exclude<Known, 'second'>>(
    (worst, each) => (each !== 'second' && COARSER.indexOf(each) > COARSER.indexOf(worst) ? each : worst),
    'minute',
  );

export function basesOf(lines: readonly Line[], zone: string): Bases | undefined {
  const { noticed, occurred } = timesOf(lines);
  const first = lines[0];
  const from = noticed ?? (first && { at: first.at, precision: first.precision });
  if (!from) return undefined;
  const exact = (moment: Moment | undefined): Moment | undefined =>
    moment && isKnown(moment.precision) ? { at: moment.at, precision: moment.precision } : undefined;
  return { zone, noticed: { at: from.at, precision: from.precision }, occurred: exact(occurred) };
}

interface Distance {
  readonly minutes: number;
  readonly precision: Exclude<Known, 'second'>;
}

/** How far one moment lies after another, as exactly as both are known; undefined where nobody knows. */
export function distance(from: Moment, to: Moment, zone: string): Distance | undefined {
  if (!isKnown(from.precision) || !isKnown(to.precision)) return undefined;
  const precision = coarsest(from.precision, to.precision);
  const minutes = to.at.since(from.at).total('minutes');
  if (precision === 'day') {
    const day = ({ at }: Moment) => at.toZonedDateTimeISO(zone).toPlainDate();
    return { minutes: day(from).until(day(to)).days * 24 * 60, precision };
  }
  const step = precision === 'hour' ? 60 : precision === 'about' ? 5 : 1;
  return { minutes: Math.round(minutes / step) * step, precision };
}

export const durationOf = (minutes: number): string =>
  minutes === 0
    ? 'PT0M'
    : Temporal.Duration.from({ minutes }).round({ largestUnit: 'day', smallestUnit: 'minute' }).toString();

const WORDS = {
  after: { ja: '検知から{span}後', en: '{span} after detection' },
  before: { ja: '検知の{span}前', en: '{span} before detection' },
  at: { ja: '検知時', en: 'at detection' },
  near: { ja: '検知とほぼ同時刻', en: 'at about the time of detection' },
  sameDay: { ja: '検知の当日', en: 'on the day of detection' },
  unknown: { ja: '時刻は記録されていないが', en: 'at a time that is not recorded' },
  about: { ja: '約', en: 'about ' },
} as const satisfies Record<string, Bilingual>;

const TWO_DAYS = 2 * 24 * 60;

/** A length of time as a sentence says it; after two days the minutes say nothing to a reader any more. */
export function spanWords({ minutes, precision }: Distance, exact = false): Bilingual {
  const long = !exact && precision !== 'day' && Math.abs(minutes) >= TWO_DAYS;
  const shown = durationOf(Math.abs(long ? Math.round(minutes / 60) * 60 : minutes));
  const about = long || precision === 'about' || precision === 'hour' ? WORDS.about : { ja: '', en: '' };
  return { ja: about.ja + durationWords(shown, 'ja'), en: about.en + durationWords(shown, 'en') };
}

/** When something happened, as a sentence begins. */
export function whenWords(moment: Moment, { noticed, zone }: Bases): Bilingual {
  const away = distance(noticed, moment, zone);
  if (!away) return WORDS.unknown;
  if (away.minutes === 0)
    return away.precision === 'minute' ? WORDS.at : away.precision === 'day' ? WORDS.sameDay : WORDS.near;
  const span = spanWords(away);
  const words = away.minutes > 0 ? WORDS.after : WORDS.before;
  return {
    ja: fillIn(words.ja, { span: span.ja }),
    en: fillIn(words.en, { span: span.en }),
  };
}

/** A moment that somebody named, in the middle of a sentence. */
export const momentWords = (instant: string, bases: Bases): Bilingual | undefined =>
  instant === '' ? undefined : whenWords({ at: Temporal.Instant.from(instant), precision: 'minute' }, bases);

/** The same as a claim keeps it, so that it is printed without a date; undefined where it lies before what it is counted from. */
export function caseTime(moment: Moment, bases: Bases, what?: Bilingual): StatedTime | undefined {
  const since = bases.occurred ? 'occurred' : 'noticed';
  const away = distance(bases.occurred ?? bases.noticed, moment, bases.zone);
  if (!away || away.minutes < 0) return undefined;
  return { ...(what && { what }), since, after: durationOf(away.minutes), precision: away.precision };
}
