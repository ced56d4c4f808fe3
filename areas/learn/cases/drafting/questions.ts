import type { Bilingual } from '../../../../kernel/language.ts';
import { SITUATION_WORDS } from '../../../prepare/plans/words.ts';
import type { CaseDocument, Question } from '../schema.ts';
import { type About, ofKind, word, wordOf } from './about.ts';
import { readInputOf } from './inputs.ts';
import { aside, sentence } from './sentence.ts';

const ASKED = {
  group: {
    ja: '原因の分類は何か。その判断の根拠は何か{known}',
    en: 'What kind of cause was it? How was this determined?{known}',
  },
  background: {
    ja: '平常時の構成はどうだったか。前兆はあったか',
    en: 'What was normal, and were there precursors?',
  },
  cause: { ja: '原因は何か。どこまで確かか', en: 'What was the cause, and how certain is it?' },
  measures: { ja: '再発防止のために何を行うか', en: 'What will prevent recurrence?' },
  lessons: {
    ja: 'どのような教訓が得られたか。根拠となる事実は何か',
    en: 'What was learned, and which facts support it?',
  },
  informed: { ja: '誰に、何を、いつ知らせたか', en: 'Who was informed of what, and when?' },
  outcomes: { ja: 'それぞれの対処に効果はあったか', en: 'Which of the responses had an effect?' },
  translated: {
    ja: '記録の文を他方の言語に翻訳したか',
    en: 'Was the text translated into the other language?',
  },
  overturned: {
    ja: '復旧の判断の後に、対応を再開している。当初の判断は誤りであったか',
    en: 'The response was taken up again after it was judged restored. Was that judgement wrong?',
  },
  restricted: {
    ja: '閲覧限定のインシデントのため、記述はすべて非公開としている。公開してよい記述はどれか',
    en: 'The incident is restricted, so every claim is withheld. Which may be published?',
  },
  unprinted: {
    ja: '非公開とした記述{n}件（公表しない事項を含む記述、または紙面に収まらない定型の記録）のうち、公開するものはどれか',
    en: 'Claims withheld so far: {n} (they hold withheld terms, or are routine entries beyond what the page holds). Which are to be published?',
  },
  title: {
    ja: '件名に公表しない事項が含まれるため、番号で示している。どのような件名とするか',
    en: 'The title held a withheld term and is given as a number. What should it say?',
  },
} as const satisfies Record<string, Bilingual>;

/** In which section an answer would stand; the others are of the whole. */
const ABOUT: Readonly<Partial<Record<keyof typeof ASKED, Question['about']>>> = {
  group: 'cause',
  background: 'background',
  cause: 'cause',
  measures: 'measures',
  lessons: 'lessons',
  informed: 'response',
  outcomes: 'response',
  overturned: 'response',
};

/** What the record says without deciding it. */
const HINTS = {
  situation: { ja: '記録上の事態の種別', en: 'recorded situation' },
  cause: { ja: '見積もり上の原因の種別', en: 'estimated kind of cause' },
} as const satisfies Record<string, Bilingual>;

/** What the record cannot answer, or answers with a doubt; what it says is not asked. */
export function questionsOf(about: About, { sections, causeGroup }: CaseDocument): Question[] {
  const { record } = about;
  const withheld = Object.values(sections).flatMap((claims) =>
    claims.filter(({ disclosure }) => disclosure === 'withhold'),
  ).length;
  const informed = ['statement.sent', 'report.submitted', 'individuals.notified'];
  const cause = ofKind(record.lines, 'incident.estimated').findLast(
    (line) => word(line, 'input') === 'cause',
  );
  const known = aside([
    [HINTS.situation, record.situation ? wordOf(SITUATION_WORDS, record.situation) : undefined],
    [HINTS.cause, cause && readInputOf('cause').value(cause.body['value'])],
  ]);
  const asked: Partial<Record<keyof typeof ASKED, Bilingual | false>> = {
    group: causeGroup === 'unknown' && sentence(ASKED.group, { known }),
    background: ASKED.background,
    cause: !sections.cause.some(({ text }) => !text.hedges?.length) && ASKED.cause,
    measures: ASKED.measures,
    lessons: ASKED.lessons,
    informed: ofKind(record.lines, ...informed).length === 0 && ASKED.informed,
    outcomes: sections.response.some(({ outcome }) => outcome === 'unknown') && ASKED.outcomes,
    overturned: ofKind(record.lines, 'incident.reopened').length > 0 && ASKED.overturned,
    restricted: record.restricted && ASKED.restricted,
    unprinted: !record.restricted && withheld > 0 && sentence(ASKED.unprinted, { n: withheld }),
    title: record.isWithheld(record.title) && ASKED.title,
    translated: ASKED.translated,
  };
  return (Object.keys(ASKED) as (keyof typeof ASKED)[]).flatMap((key) => {
    const question = asked[key];
    const about = ABOUT[key];
    return question ? [{ ja: question.ja, en: question.en, ...(about && { about }) }] : [];
  });
}
