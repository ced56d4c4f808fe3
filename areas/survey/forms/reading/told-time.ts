import { readInstant, timeZone } from '../../../../kernel/time.ts';
import type { ReportTime, Told } from '../../content/schema.ts';
import { type Precision, readAbsence, readClockError, readTime, type TypedTime } from '../typed/rules.ts';
import type { FaultWord } from '../words.ts';
import type { FormCell } from './form-book.ts';
import { at, choiceIn, type Got, type Spot, type Tools, textIn } from './spots.ts';
import { type StateColumns, toldIn } from './told.ts';

const TIME_WORDS = {
  'no-year': 'timeNoYear',
  'year-last': 'timeYearLast',
  'no-such-day': 'timeNoDay',
  'no-such-time': 'timeNoTime',
} as const satisfies Readonly<Record<string, FaultWord>>;

const ZONES: Readonly<Record<string, string>> = {
  jst: 'Asia/Tokyo',
  日本時間: 'Asia/Tokyo',
  日本標準時: 'Asia/Tokyo',
  協定世界時: 'UTC',
};

function zoneIn(spot: Spot, tools: Tools): Got<string> {
  const typed = textIn(spot, 'zone', tools);
  if (typed === undefined) return 'wrong';
  if (typed === '') return { value: 'Asia/Tokyo' };
  const zone = ZONES[typed.normalize('NFKC').toLowerCase()] ?? typed;
  const read = timeZone.safeParse(zone);
  if (read.success) return { value: read.data };
  tools.faults.say(ZONE_ASKED, at(spot, 'zone'));
  return 'wrong';
}
const ZONE_ASKED = {
  ja: 'タイムゾーンの名前を選択してください（例 Asia/Tokyo）',
  en: 'Choose a time zone, such as Asia/Tokyo',
} as const;

function clockIn(spot: Spot, tools: Tools): Got<number | null> {
  const typed = textIn(spot, 'clock', tools);
  if (typed === undefined) return 'wrong';
  if (typed === '' || readAbsence(typed)) return { value: null };
  const value = readClockError(typed);
  if (value !== undefined && value <= 86_400) return { value };
  tools.faults.tell('clock', at(spot, 'clock'), { given: typed });
  return 'wrong';
}

const FINE: readonly Precision[] = ['second', 'minute', 'about', 'hour'];
const fromNumber = ({ wall, precision }: NonNullable<FormCell['moment']>): TypedTime => ({
  wall: Temporal.PlainDateTime.from(wall),
  precision,
});

/** A time with its precision, its zone and how wrong its clock was. */
export function toldTime(spot: Spot, columns: StateColumns, tools: Tools): Told<ReportTime> | undefined {
  const { faults } = tools;
  const chosenPrecision = choiceIn(spot, 'precision', 'precision', tools);
  const zone = zoneIn(spot, tools);
  const clock = clockIn(spot, tools);
  const told = toldIn<ReportTime>(
    spot,
    columns,
    tools,
    (typed) => {
      const moment = spot.sheet.cell(spot.row, columns.value)?.moment;
      const read = moment ? fromNumber(moment) : readTime(typed);
      if ('wrong' in read) {
        if (read.wrong === 'unread') return undefined;
        faults.tell(TIME_WORDS[read.wrong], at(spot, columns.value), { given: typed });
        return 'wrong';
      }
      if (chosenPrecision === 'wrong' || zone === 'wrong' || clock === 'wrong') return 'wrong';
      const wanted = chosenPrecision.value as Precision | undefined;
      const coarse = read.precision === 'day' || read.precision === 'month';
      if (wanted && coarse && FINE.includes(wanted)) {
        const precision = tools.choices.label('precision', wanted, faults.language);
        faults.tell('timePrecision', at(spot, columns.value), { given: typed, precision });
        return 'wrong';
      }
      const about = read.precision === 'about' && (wanted === 'second' || wanted === 'minute');
      const precision = about ? 'about' : (wanted ?? read.precision);
      const kept = spot.sheet.cell(spot.row, 'kept')?.text ?? '';
      return {
        value: {
          at: instantOf(read, zone.value, kept),
          precision,
          zone: zone.value,
          clockError: clock.value,
        },
      };
    },
    'time',
  );
  if (told?.is === 'notStated')
    for (const column of ['precision', 'clock'] as const)
      if (
        (spot.sheet.cell(spot.row, column)?.text.trim() ?? '') !== '' &&
        textIn(spot, columns.value, tools) === ''
      )
        faults.tell('partAlone', at(spot, column));
  return told;
}

/** As it was written where that is the moment the clock shows; else by that clock. */
function instantOf(read: Exclude<TypedTime, { wrong: unknown }>, zone: string, kept: string): string {
  if ('at' in read) return read.at;
  const before = readInstant(kept)?.toZonedDateTimeISO(zone).toPlainDateTime();
  if (before?.equals(read.wall)) return kept;
  return read.wall.toZonedDateTime(zone).toString({ timeZoneName: 'never' });
}
