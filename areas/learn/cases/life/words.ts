import { spelledText } from '../../../../kernel/hedges.ts';
import type { Bilingual, Language } from '../../../../kernel/language.ts';
import { fillIn, shorten } from '../../../../kernel/text.ts';
import type { Claim } from '../schema.ts';
import { isDuration, isStated, verdictOn } from './rules.ts';
import type { CaseTime, Estimate, LATER, SINCE, TIME_PRECISIONS, UNSTATED } from './schema.ts';

export const SINCE_WORDS: Readonly<Record<(typeof SINCE)[number], Bilingual>> = {
  occurred: { ja: '発生から', en: 'after occurrence' },
  noticed: { ja: '検知から', en: 'after detection' },
  recognised: { ja: '認識してから', en: 'after recognition' },
};

export const TIME_PRECISION_WORDS: Readonly<Record<(typeof TIME_PRECISIONS)[number], Bilingual>> = {
  minute: { ja: '分まで', en: 'to the minute' },
  hour: { ja: '時間まで', en: 'to the hour' },
  day: { ja: '日まで', en: 'to the day' },
  about: { ja: '概算', en: 'about' },
};

export const UNSTATED_WORDS: Readonly<Record<(typeof UNSTATED)[number], Bilingual>> = {
  notStated: { ja: '記載なし', en: 'not stated' },
  withheld: { ja: '非公開', en: 'withheld' },
};

export const LATER_WORDS: Readonly<Record<(typeof LATER)[number], Bilingual>> = {
  revised: { ja: '後に修正', en: 'later revised' },
  overturned: { ja: '後に誤りと判明', en: 'later found wrong' },
};

const LINES = {
  after: { ja: '{since}{about}{after}', en: '{about}{after} {since}' },
  stretch: { ja: '{since}{about}{after}〜{until}', en: '{about}{after} to {until} {since}' },
  estimate: {
    ja: '{since}{about}{after}の時点の見込み：{what}{since}{about}{expected}で終了',
    en: 'Estimate {about}{after} {since}: {what}over {about}{expected} {since}',
  },
  open: { ja: '（結果の記載なし）', en: ' (outcome not stated)' },
  met: { ja: '（見込みどおり）', en: ' (met)' },
  late: { ja: '（実際は{about}{off}遅い）', en: ' (actually {about}{off} later)' },
  early: { ja: '（実際は{about}{off}早い）', en: ' (actually {about}{off} earlier)' },
} as const satisfies Record<string, Bilingual>;

const ABOUT: Bilingual = { ja: '約', en: 'about ' };
const UNITS: Readonly<Record<Language, readonly string[]>> = {
  ja: ['日', '時間', '分'],
  en: [' d', ' h', ' min'],
};

/** An ISO 8601 duration as people say it. */
export function durationWords(duration: string, language: Language): string {
  if (!isDuration(duration)) return duration;
  const { days, hours, minutes } = Temporal.Duration.from(duration);
  const units = UNITS[language];
  const parts = [days, hours, minutes].flatMap((n, i) => (n > 0 ? `${n}${units[i]}` : []));
  return parts.join(language === 'ja' ? '' : ' ') || `0${units[2]}`;
}

const minutesWords = (minutes: number, language: Language): string =>
  durationWords(
    Temporal.Duration.from({ minutes }).round({ largestUnit: 'day', smallestUnit: 'minute' }).toString(),
    language,
  );

const subjectWords = ({ what }: CaseTime | Estimate, language: Language): string => {
  if (!what?.[language]) return '';
  return language === 'ja' ? `${what.ja}：` : `${what.en}: `;
};

function timeWords(time: CaseTime, language: Language): string {
  const subject = subjectWords(time, language);
  if (!isStated(time)) return `${subject}${UNSTATED_WORDS[time.unstated][language]}`;
  const line = time.until ? LINES.stretch : LINES.after;
  const told = fillIn(line[language], {
    since: SINCE_WORDS[time.since][language],
    about: time.precision === 'about' ? ABOUT[language] : '',
    after: durationWords(time.after, language),
    until: time.until ? durationWords(time.until, language) : '',
  });
  return `${subject}${told}`;
}

export const timesWords = (times: readonly CaseTime[], language: Language): string =>
  times.map((time) => timeWords(time, language)).join(language === 'ja' ? '、' : '; ');

export function estimateWords(estimate: Estimate, times: readonly CaseTime[], language: Language): string {
  const verdict = verdictOn(estimate, times);
  const inexact = (precision: string | undefined): boolean =>
    precision !== undefined && precision !== 'minute';
  const about = inexact(estimate.precision) ? ABOUT[language] : '';
  const told = fillIn(LINES.estimate[language], {
    since: SINCE_WORDS[estimate.since][language],
    after: durationWords(estimate.after, language),
    expected: durationWords(estimate.expected, language),
    what: subjectWords(estimate, language),
    about,
  });
  const off = 'minutes' in verdict ? minutesWords(verdict.minutes, language) : '';
  return told + fillIn(LINES[verdict.is][language], { off, about });
}

const LONGEST_QUOTE = 60;

/** What put a claim right, in its own words where they are printed. */
function laterWords({ later }: Claim, claims: readonly Claim[], language: Language): string[] {
  if (!later) return [];
  const word = LATER_WORDS[later.how][language];
  const by = claims.find(({ id }) => id === later.by);
  if (!by) return [word];
  if (by.disclosure === 'withhold')
    return [
      language === 'ja'
        ? `${word}（${UNSTATED_WORDS.withheld.ja}）`
        : `${word} (${UNSTATED_WORDS.withheld.en})`,
    ];
  const quote = shorten(spelledText(by.text, language), LONGEST_QUOTE);
  return [language === 'ja' ? `${word}：${quote}` : `${word}: ${quote}`];
}

/** One time alone, of nothing in particular: the words of a claim tell it themselves. */
export const isPlainTime = ([only, ...more]: readonly CaseTime[]): boolean =>
  only !== undefined && more.length === 0 && !only.what && isStated(only) && !only.until;

/**
 * What stands under a claim besides its words: what became of it, its times, and its estimates with how they were met.
 */
export function lifeWords(claim: Claim, claims: readonly Claim[], language: Language): string[] {
  return [
    ...laterWords(claim, claims, language),
    ...(claim.times.length > 0 && !isPlainTime(claim.times) ? [timesWords(claim.times, language)] : []),
    ...claim.estimates.map((each) => estimateWords(each, claim.times, language)),
  ];
}
