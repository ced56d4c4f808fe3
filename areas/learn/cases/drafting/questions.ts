import type { Bilingual } from '../../../../kernel/language.ts';
import { SITUATION_WORDS } from '../../../prepare/plans/words.ts';
import { type CaseDocument, CLAIM_SECTIONS, type Question } from '../schema.ts';
import { SECTION_WORDS } from '../words.ts';
import { type About, ofKind, word, wordOf } from './about.ts';
import { readInputOf } from './inputs.ts';
import { aside, inRow, sentence } from './sentence.ts';

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
  withheld: {
    ja: '公表しない事項を含む記述{n}件（{which}）を非公開としている。公開する場合、どのように言い換えるか',
    en: 'Claims withheld because they hold withheld terms: {n} ({which}). How should they be worded if they are published?',
  },
  unprinted: {
    ja: '紙面に収まらない定型の記録{n}件（{which}）を掲載していない。掲載するものはどれか',
    en: 'Routine entries left out because the page has no room: {n} ({which}). Which are to be included?',
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

const MOST_LISTED = 12;

/** A question about withheld claims: how many there are, and where the first of them stand. */
function listed(
  words: Bilingual,
  sections: CaseDocument['sections'],
  isMeant: (id: string) => boolean,
): Bilingual | false {
  const places = CLAIM_SECTIONS.flatMap((section) =>
    sections[section].flatMap(({ id, disclosure }, i): Bilingual[] => {
      const { ja, en } = SECTION_WORDS[section];
      return disclosure === 'withhold' && isMeant(id) ? [{ ja: `${ja}${i + 1}`, en: `${en} ${i + 1}` }] : [];
    }),
  );
  const rest = places.length > MOST_LISTED ? { ja: '、ほか', en: ' and others' } : { ja: '', en: '' };
  const first = inRow(places.slice(0, MOST_LISTED));
  const which = { ja: first.ja + rest.ja, en: first.en + rest.en };
  return places.length > 0 && sentence(words, { n: places.length, which });
}

/** What the record cannot answer, or answers with a doubt; what it says is not asked. */
export function questionsOf(
  about: About,
  { sections, causeGroup }: CaseDocument,
  /** Claims that are withheld for want of room alone. */
  beyond: ReadonlySet<string>,
): Question[] {
  const { record } = about;
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
    withheld: !record.restricted && listed(ASKED.withheld, sections, (id) => !beyond.has(id)),
    unprinted: !record.restricted && listed(ASKED.unprinted, sections, (id) => beyond.has(id)),
    title: record.isWithheld(record.title) && ASKED.title,
    translated: ASKED.translated,
  };
  return (Object.keys(ASKED) as (keyof typeof ASKED)[]).flatMap((key) => {
    const question = asked[key];
    const about = ABOUT[key];
    return question ? [{ ja: question.ja, en: question.en, ...(about && { about }) }] : [];
  });
}
