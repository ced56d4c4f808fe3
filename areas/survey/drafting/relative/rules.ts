import type { Bilingual } from '../../../../kernel/language.ts';
import { fillIn } from '../../../../kernel/text.ts';
import type { CaseTime } from '../../../learn/cases/life/schema.ts';
import { durationWords } from '../../../learn/cases/life/words.ts';
import { saidIn } from '../../content/rules.ts';
import type { ReportContent, ReportTime } from '../../content/schema.ts';
import { BASE_WORDS, TOLD } from '../words.ts';

/** What an event is counted from, so that a case is printed without a date (C0-M15). */
export interface Base {
  readonly since: 'occurred' | 'noticed';
  readonly time: ReportTime;
}

/** When it happened by the first report that says so, or else when it was noticed. */
export function baseOf(contents: readonly ReportContent[]): Base | undefined {
  for (const since of ['occurred', 'noticed'] as const)
    for (const { times } of contents) {
      const time = saidIn<ReportTime>(times[since]);
      if (time && time.precision !== 'month') return { since, time };
    }
  return undefined;
}

const COARSER = ['minute', 'about', 'hour', 'day'] as const;
type Precision = (typeof COARSER)[number];
const gradeOf = ({ precision, clockError }: ReportTime): Precision | undefined => {
  if (precision === 'month') return undefined;
  const told = precision === 'second' ? 'minute' : precision;
  // A clock that was off by more than a minute gives no minute.
  return told === 'minute' && (clockError ?? 0) > 60 ? 'about' : told;
};

const durationOf = (minutes: number): string =>
  minutes === 0
    ? 'PT0M'
    : Temporal.Duration.from({ minutes }).round({ largestUnit: 'day', smallestUnit: 'minute' }).toString();

export interface Placed {
  readonly times: CaseTime[];
  readonly text: Bilingual;
}

/** A sentence with its time, relative to the base and no more exact than either end; what lies before it says so in words. */
export function placed(text: Bilingual, time: ReportTime | undefined, base: Base | undefined): Placed {
  if (!time) return { times: [], text };
  const [own, other] = [gradeOf(time), base && gradeOf(base.time)];
  if (!base || !own || !other)
    return {
      times: [],
      text: {
        ja: fillIn(TOLD.undated.ja, { text: text.ja }),
        en: fillIn(TOLD.undated.en, { text: text.en }),
      },
    };
  const precision = COARSER.indexOf(own) < COARSER.indexOf(other) ? other : own;
  const exact = Temporal.Instant.from(time.at).since(Temporal.Instant.from(base.time.at)).total('minutes');
  const minutes = Math.round(exact);
  if (minutes >= 0) return { times: [{ since: base.since, after: durationOf(minutes), precision }], text };
  const span = durationOf(-minutes);
  const said = (language: 'ja' | 'en'): string =>
    fillIn(TOLD.before[language], {
      base: BASE_WORDS[base.since][language],
      span: durationWords(span, language),
      text: text[language],
    });
  return { times: [], text: { ja: said('ja'), en: said('en') } };
}
