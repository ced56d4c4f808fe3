export { COMMENT_KIND_WORDS, HEARING_STATE_WORDS } from '../terms/words.ts';

import type { Bilingual } from '../../../kernel/language.ts';
import { fillIn, fitTo } from '../../../kernel/text.ts';
import { SECTION_WORDS } from '../../learn/cases/words.ts';
import { ABSENCE_WORDS, FIELD_WORDS, type STEP_OUTCOME_WORDS } from '../content/words.ts';
import type { PLACE_KINDS, Question, QuestionKind, SIDES } from './schema.ts';

export { SECTION_WORDS } from '../../learn/cases/words.ts';

/** The reason of a question, as short as a badge. */
export const QUESTION_KIND_WORDS: Readonly<Record<QuestionKind, Bilingual>> = {
  ...ABSENCE_WORDS,
  differing: { ja: '食い違い', en: 'Conflict' },
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
    ja: '{field}（非公開）は、どこまで説明できるか',
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

export const MODE_WORDS: Readonly<Record<(typeof PLACE_KINDS)[number], Bilingual>> = {
  visit: { ja: '現地', en: 'On site' },
  office: { ja: '来訪', en: 'At our office' },
  online: { ja: 'オンライン', en: 'Online' },
};
export const SIDE_WORDS: Readonly<Record<(typeof SIDES)[number], Bilingual>> = {
  operator: { ja: '事業者', en: 'Operator' },
  secretariat: { ja: '事務局', en: 'Secretariat' },
  other: { ja: 'その他', en: 'Other' },
};

export const NOT_OPEN: Bilingual = {
  ja: 'このヒアリングは実施中ではないため、変更できません',
  en: 'This hearing is not in progress, so it cannot be changed',
};
export const NOT_PLANNED: Bilingual = {
  ja: 'このヒアリングは終了または中止されたため、変更できません',
  en: 'This hearing has ended or was cancelled, so it cannot be changed',
};
export const NOT_COMPLETED: Bilingual = {
  ja: 'ヒアリングを終了してから確認を依頼してください',
  en: 'Complete the hearing before you ask for confirmation',
};
export const NO_MINUTES: Bilingual = {
  ja: '議事録に発言がありません。発言を記録してから終了してください',
  en: 'The minutes are empty. Record what was said before you complete the hearing',
};
export const MORE_CERTAIN: Bilingual = {
  ja: '発言より確かな記述にはできません。確かさを発言以下にしてください',
  en: 'A claim cannot be more certain than what was said. Lower its certainty',
};
export const NO_SUCH_EVENT: Bilingual = {
  ja: '受理された情報連絡のない事案です。事案を選択し直してください',
  en: 'No received report tells of this event. Choose another event',
};
export const NO_SUCH_QUESTION: Bilingual = {
  ja: 'この質問はありません。質問を選択し直してください',
  en: 'There is no such question. Choose another one',
};
export const NO_SUCH_MATERIAL: Bilingual = {
  ja: 'この資料はありません。資料を選択し直してください',
  en: 'There is no such material. Choose another one',
};
export const LINES_FULL: Bilingual = {
  ja: '1件の議事録に記録できるのは2,000件までです。別のヒアリングに記録してください',
  en: 'Minutes hold 2,000 lines. Record the rest in another hearing',
};
export const REFUSAL_NEEDS_REASON: Bilingual = {
  ja: '訂正を採用しない理由を入力してください',
  en: 'Enter why the correction is not accepted',
};
export const CHANGE_NEEDED: Bilingual = {
  ja: '訂正後の発言を入力してください',
  en: 'Enter the line as it reads from now on',
};
export const IS_A_VIEW: Bilingual = {
  ja: '意見は記録のみで、議事録を変更しません',
  en: 'A view is kept as it is and changes nothing',
};
export const ANSWERED_BEFORE: Bilingual = {
  ja: 'この訂正には回答済みです',
  en: 'This correction has been answered',
};
export const CORRECTIONS_OPEN: Bilingual = {
  ja: '回答していない訂正があるため、まだ確認できません。事務局の回答をお待ちください',
  en: 'A correction has not been answered yet. You can confirm once the secretariat has answered',
};
export const MATERIALS_FULL: Bilingual = {
  ja: '1件のヒアリングの資料は合計50 MBまでです。ファイルを減らしてください',
  en: 'Material of one hearing may be 50 MB together. Hand over fewer files',
};

/** Mails about a hearing. They name it by the receipt number alone, so that whoever reads a mailbox learns nothing of the event. */
export const MAIL_WORDS = {
  invite: { ja: '【ヒアリングのご案内】{hearing}', en: 'Invitation: {hearing}' },
  moved: { ja: '【ヒアリングの変更】{hearing}', en: 'Changed: {hearing}' },
  cancel: { ja: '【ヒアリングの中止】{hearing}', en: 'Cancelled: {hearing}' },
  minutes: { ja: '【議事録の確認のお願い】{hearing}', en: 'Please confirm the minutes: {hearing}' },
  hearing: { ja: '補完調査ヒアリング（{number}）', en: 'Survey hearing ({number})' },
  invited: {
    ja: '{organisation}が、補完調査のヒアリングを次のとおり予定しています。ご出席をお願いします。',
    en: '{organisation} has planned a hearing for its survey and asks you to take part.',
  },
  cancelled: {
    ja: '次のヒアリングへのご出席は不要になりました。',
    en: 'You are no longer expected at this hearing.',
  },
  asked: {
    ja: '{organisation}が、ヒアリングの議事録の確認をお願いしています。次のページで、事実の訂正、意見、確認済みの回答ができます。',
    en: '{organisation} asks you to confirm the minutes of a hearing. On this page you can correct facts, add views and confirm.',
  },
  when: { ja: '日時', en: 'When' },
  where: { ja: '場所', en: 'Where' },
  reason: { ja: '理由', en: 'Reason' },
  open: { ja: '議事録を開く', en: 'Open the minutes' },
  until: { ja: 'このリンクは{until}まで使用できます。', en: 'The link works until {until}.' },
} as const satisfies Record<string, Bilingual>;
export const NOT_HEARD: Bilingual = {
  ja: 'この事案の情報連絡を送り、このヒアリングに出席した事業者の組織を選択してください。情報連絡の詳細画面で、事業者を指定しておく必要があります',
  en: 'Choose the organisation of the operator that reported this event and was heard. The operator must be set on its report',
};
export const ANOTHER_HAS_THEM: Bilingual = {
  ja: 'この議事録は別の組織に送付済みです。ほかの組織には送付できません',
  en: 'These minutes have been sent to another organisation and cannot be sent to a second one',
};
export const NO_SUCH_LINE: Bilingual = {
  ja: 'この番号の発言はありません。番号を確認してください',
  en: 'There is no line of this number. Check the number',
};
export const MINUTES_CHANGED: Bilingual = {
  ja: '議事録が変更されました。もう一度お読みになってから確認してください',
  en: 'The minutes have changed. Please read them again before you confirm',
};
