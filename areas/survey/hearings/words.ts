import type { Bilingual } from '../../../kernel/language.ts';
import { fillIn, fitTo } from '../../../kernel/text.ts';
import { SECTION_WORDS } from '../../learn/cases/words.ts';
import { FIELD_WORDS, type STEP_OUTCOME_WORDS } from '../content/words.ts';
import type { Question, QuestionKind } from './schema.ts';

export { SECTION_WORDS } from '../../learn/cases/words.ts';

/** The reason of a question, as short as a badge. */
export const QUESTION_KIND_WORDS: Readonly<Record<QuestionKind, Bilingual>> = {
  differing: { ja: '食い違い', en: 'Conflict' },
  withheld: { ja: '非開示', en: 'Withheld' },
  notKnown: { ja: '不明', en: 'Not known' },
  notStated: { ja: '記載なし', en: 'Not stated' },
  withdrawn: { ja: '取り下げ', en: 'Withdrawn' },
  imprecise: { ja: '時刻が概略', en: 'Approximate' },
  singleSource: { ja: '根拠1つ', en: 'One source' },
  noEffect: { ja: '効果', en: 'Effect' },
  empty: { ja: '空欄', en: 'Empty' },
  added: { ja: '追加', en: 'Added' },
};
/** How a field is asked about, by the reason; `{field}` is what it is called. */
const ASKED: Readonly<Record<Exclude<QuestionKind, 'noEffect' | 'empty' | 'added'>, Bilingual>> = {
  differing: { ja: '{field}は、どの記載が正しいか', en: '{field}: which account is right?' },
  withheld: {
    ja: '{field}（非開示）は、どこまで説明できるか',
    en: '{field} (withheld): how much can be told?',
  },
  notKnown: { ja: '{field}は、その後判明したか', en: '{field}: is it known by now?' },
  notStated: { ja: '{field}はどうだったか', en: '{field}: what can be said?' },
  withdrawn: { ja: '{field}を取り下げた理由は何か', en: '{field}: why was it withdrawn?' },
  imprecise: {
    ja: '{field}をより正確に示す記録はあるか',
    en: '{field}: is there a record that gives it more exactly?',
  },
  singleSource: { ja: '{field}を裏付ける根拠は、ほかにあるか', en: '{field}: what else supports it?' },
};
/** Fields whose question is better asked in words of its own while nothing is said of them. */
const NOTHING_SAID: Readonly<Partial<Record<string, Bilingual>>> = {
  outline: { ja: '何が起きたか', en: 'What happened?' },
  'times.occurred': { ja: '発生したのはいつか', en: 'When did it occur?' },
  'times.noticed': { ja: '最初に気付いたのはいつ、誰か', en: 'Who noticed it first, and when?' },
  'times.recognised': {
    ja: '障害と認識したのはいつ、誰か',
    en: 'Who recognised it as an incident, and when?',
  },
  'times.judged': {
    ja: '報告対象と判断したのはいつ、誰か',
    en: 'Who judged it reportable, and when?',
  },
  'times.restored': { ja: '復旧したのはいつか', en: 'When was it restored?' },
  'effect.service': {
    ja: 'サービスにどのような影響があったか',
    en: 'How was the service affected?',
  },
  'effect.around': {
    ja: '周辺のサービスにどのような影響があったか',
    en: 'How were services around it affected?',
  },
  'effect.users': { ja: '影響を受けた利用者は何人か', en: 'How many users were affected?' },
  'effect.machines': { ja: '影響を受けた機器は何台か', en: 'How many machines were affected?' },
  'effect.levelMissed': {
    ja: 'サービス維持レベルの逸脱はあったか',
    en: 'Was the service maintenance level missed?',
  },
  'effect.sectors': { ja: 'ほかの分野に影響が及んだか', en: 'Did it reach other sectors?' },
  publication: { ja: '公表したか。公表する予定はあるか', en: 'Was it published, or will it be?' },
  causes: { ja: '原因はどの類型に当たるか', en: 'Which kinds of cause apply?' },
  causeText: { ja: '原因は何か。どこまで確かか', en: 'What was the cause, and how certain is it?' },
  measures: {
    ja: '再発を防ぐために何を行うか。いつまでに終えるか',
    en: 'What will prevent recurrence, and by when?',
  },
};
const OF_STEP = {
  by: { ja: '「{step}」を判断・実施したのは誰か', en: '“{step}”: who decided and did it?' },
  time: { ja: '「{step}」の日時', en: 'Time of “{step}”' },
  outcome: { ja: '「{step}」の効果', en: 'Effect of “{step}”' },
  none: { ja: '「{step}」に効果がなかった理由は何か', en: '“{step}”: why did it have no effect?' },
  partly: {
    ja: '「{step}」の効果が一部にとどまった理由は何か',
    en: '“{step}”: why was it only partly effective?',
  },
  unknown: { ja: '「{step}」に効果はあったか', en: '“{step}”: did it have an effect?' },
} as const satisfies Record<string, Bilingual>;
const OF_SECTION: Readonly<Record<string, Bilingual>> = {
  background: {
    ja: '平常時の構成と関係者はどうだったか。前兆はあったか',
    en: 'What were the systems and parties in normal times, and were there precursors?',
  },
  response: {
    ja: 'どのような対応を、誰が、いつ行ったか',
    en: 'What was done, by whom and when?',
  },
  lessons: {
    ja: 'どのような教訓が得られたか。根拠となる事実は何か',
    en: 'What was learned, and which facts support it?',
  },
};

const filled = (
  words: Bilingual,
  values: { readonly ja: Record<string, string>; readonly en: Record<string, string> },
) => ({
  ja: fillIn(words.ja, values.ja),
  en: fillIn(words.en, values.en),
});
const LONGEST_STEP = 60;

function fieldOf({ path, about }: Question): Bilingual {
  const step = { step: fitTo(about, LONGEST_STEP) };
  if (path.endsWith('.time') && path.startsWith('steps.'))
    return filled(OF_STEP.time, { ja: step, en: step });
  if (path.startsWith('steps.')) return filled(OF_STEP.outcome, { ja: step, en: step });
  return FIELD_WORDS[path as keyof typeof FIELD_WORDS] ?? { ja: path, en: path };
}

const outcomeOf = ({ accounts: [first] }: Question): keyof typeof STEP_OUTCOME_WORDS => {
  const said = first?.said as { readonly value?: keyof typeof STEP_OUTCOME_WORDS } | undefined;
  return said?.value ?? 'unknown';
};

/** A question as it is put to somebody. */
export function questionWords(question: Question): Bilingual {
  const { kind, path, about } = question;
  const step = { step: fitTo(about, LONGEST_STEP) };
  if (kind === 'added') return { ja: about, en: about };
  if (kind === 'empty') return OF_SECTION[path] ?? SECTION_WORDS[question.section];
  if (kind === 'noEffect') {
    const outcome = outcomeOf(question);
    return filled(OF_STEP[outcome === 'effective' ? 'unknown' : outcome], { ja: step, en: step });
  }
  if (path.startsWith('steps.') && path.endsWith('.by')) return filled(OF_STEP.by, { ja: step, en: step });
  if (kind === 'notStated' || kind === 'notKnown') {
    const own = NOTHING_SAID[path];
    if (own) return own;
  }
  const field = fieldOf(question);
  return filled(ASKED[kind], { ja: { field: field.ja }, en: { field: field.en } });
}
