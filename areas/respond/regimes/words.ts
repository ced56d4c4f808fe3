import type { Bilingual } from '../../../kernel/language.ts';
import type { Deadline, GROUNDS, ReportStage, Span, Start } from './schema.ts';

export const STAGE_WORDS: Readonly<Record<ReportStage, Bilingual>> = {
  first: { ja: '第一報', en: 'First report' },
  followUp: { ja: '続報', en: 'Follow-up' },
  final: { ja: '確報', en: 'Final report' },
};

export const START_WORDS: Readonly<Record<Start, Bilingual>> = {
  detection: { ja: '検知した時刻', en: 'When it was detected' },
  knowing: { ja: '認識した時刻', en: 'When it was recognised' },
  judgement: { ja: '重大と判断した時刻', en: 'When it was declared significant' },
  notification: { ja: '第一報の提出', en: 'When the first report went out' },
  previous: { ja: '前の報の提出', en: 'When the previous report went out' },
  none: { ja: '起算点なし（期限なし）', en: 'No start (no deadline)' },
};

export const GROUND_WORDS: Readonly<Record<(typeof GROUNDS)[number], Bilingual>> = {
  incident: { ja: 'すべてのインシデント', en: 'Every incident' },
  attack: { ja: 'サイバー攻撃', en: 'A cyber attack' },
  leak: { ja: '個人データの漏えい（おそれを含む）', en: 'A leak of personal data, confirmed or possible' },
};

/** The same after «within so long». */
const FROM_WORDS: Readonly<Record<Start, Bilingual>> = {
  detection: { ja: '検知から', en: 'of detection' },
  knowing: { ja: '認識から', en: 'of recognition' },
  judgement: { ja: '重大との判断から', en: 'of being declared significant' },
  notification: { ja: '第一報の提出から', en: 'of the first report' },
  previous: { ja: '前の報の提出から', en: 'of the previous report' },
  none: { ja: '', en: '' },
};
const DUE_WORDS = {
  within: { ja: '{from}{span}以内', en: 'within {span} {from}' },
  wrongful: { ja: '（不正目的のおそれがある場合は{span}）', en: ' ({span} if malicious intent is possible)' },
  asSoonAsPossible: { ja: '速やかに', en: 'as soon as possible' },
};
/** So long, as people say it. */
export const SPAN_WORDS: Readonly<Record<Span['unit'], Bilingual>> = {
  hours: { ja: '{n}時間', en: '{n} {n|hour|hours}' },
  days: { ja: '{n}日', en: '{n} {n|day|days}' },
  months: { ja: '{n}か月', en: '{n} {n|month|months}' },
};

/** By when, in one phrase. */
export function dueWords(
  { starts, within, wrongful }: Pick<Deadline, 'starts' | 'within' | 'wrongful'>,
  say: (text: Bilingual, values?: Readonly<Record<string, string | number>>) => string,
): string {
  if (!within) return say(DUE_WORDS.asSoonAsPossible);
  const span = ({ count, unit }: Span) => say(SPAN_WORDS[unit], { n: count });
  return (
    say(DUE_WORDS.within, { from: say(FROM_WORDS[starts]), span: span(within) }) +
    (wrongful ? say(DUE_WORDS.wrongful, { span: span(wrongful) }) : '')
  );
}

export const UNIT_WORDS: Readonly<Record<Span['unit'], Bilingual>> = {
  hours: { ja: '時間', en: 'hours' },
  days: { ja: '日（24時間）', en: 'days (24 hours)' },
  months: { ja: 'か月（暦）', en: 'calendar months' },
};

/** What regimes were called before lines of the record bore the name of theirs. */
export const NAMES_OF_OLD: Readonly<Record<string, Bilingual>> = {
  ministry: { ja: '所管省庁・国家サイバー統括室（情報連絡）', en: 'Ministry and NCO (information report)' },
  privacy: { ja: '個人情報保護委員会', en: 'Privacy commission' },
  police: { ja: '警察（サイバー窓口）', en: 'Police (cyber desk)' },
  csirt: { ja: 'JPCERT/CC・ISAC', en: 'JPCERT/CC, ISAC' },
  telecom: { ja: '総務省（電気通信の重大事故）', en: 'MIC (serious telecom accident)' },
  nis2: { ja: 'EU NIS2 第23条', en: 'EU NIS2 art. 23' },
};

/** How a line of the record calls the regime it is about. */
export const nameInLine = (body: Readonly<Record<string, unknown>>): Bilingual => {
  const { name, regime } = body;
  if (typeof name === 'object' && name !== null && 'ja' in name && 'en' in name)
    return { ja: String(name.ja), en: String(name.en) };
  const key = String(regime ?? '');
  return (Object.hasOwn(NAMES_OF_OLD, key) ? NAMES_OF_OLD[key] : undefined) ?? { ja: key, en: key };
};
