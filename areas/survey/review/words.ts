import type { Bilingual } from '../../../kernel/language.ts';
import type { ReviewCommentKind, ReviewStanding } from '../terms/words.ts';

/** What an operator says of a part, and where a review stands, for whoever reads one. */
export const REVIEW_COMMENT_WORDS: Readonly<Record<ReviewCommentKind, Bilingual>> = {
  agree: { ja: 'このままでよい', en: 'Agree' },
  correct: { ja: '事実の訂正', en: 'Correct a fact' },
  change: { ja: '表現の変更', en: 'Ask for a change' },
  withhold: { ja: '公表しない', en: 'Withhold' },
};
export const REVIEW_STANDING_WORDS: Readonly<Record<ReviewStanding, Bilingual>> = {
  asked: { ja: '事業者の確認待ち', en: 'Waiting for the operator' },
  toAnswer: { ja: '回答が必要', en: 'Comments to answer' },
  lapsed: { ja: '期限切れ（同意なし）', en: 'Link expired, no consent' },
  given: { ja: '同意済み', en: 'Consent given' },
  expired: { ja: '同意の期限切れ', en: 'Consent expired' },
  withdrawn: { ja: '同意の撤回', en: 'Consent withdrawn' },
};

export const NO_EDITION: Bilingual = {
  ja: 'この事例には公開版がありません。先に公開版を作成してください',
  en: 'This case has no public edition yet. Make one first',
};
export const NOT_REGISTERED: Bilingual = {
  ja: '事業者の連絡先に登録されたメールアドレスを選択してください',
  en: 'Choose an email address that is registered for this operator',
};
export const NOT_THEIR_SONAE: Bilingual = {
  ja: 'この事業者の情報連絡を送ってきた組織を選択してください',
  en: 'Choose an organisation that has sent reports of this operator',
};
export const ONE_WAY_ONLY: Bilingual = {
  ja: 'メールアドレスまたは組織のどちらか一方を指定してください',
  en: 'Give either an email address or an organisation',
};
export const NOT_OPEN: Bilingual = {
  ja: '確認の依頼は終了しています。もう一度依頼してください',
  en: 'This request has ended. Ask for the review again',
};
export const REMINDED_TODAY: Bilingual = {
  ja: 'この24時間以内に連絡済みです。時間をおいてから、もう一度送信してください',
  en: 'They were written to within the last 24 hours. Wait before reminding them',
};
export const NO_MAIL_TO_REMIND: Bilingual = {
  ja: 'パッケージで依頼した確認には、催促のメールを送信できません。相手の組織に連絡してください',
  en: 'This was asked by package, so there is no mail to repeat. Contact the organisation',
};
export const EDITION_CHANGED: Bilingual = {
  ja: '表示後に版が変わりました。内容を確認して、もう一度送信してください',
  en: 'The edition changed after you opened the page. Read it again before you send',
};
export const NEWER_EDITION: Bilingual = {
  ja: '新しい版が作成されています。新しい版の確認依頼をお待ちください',
  en: 'A newer edition has been made. Wait for the request to review it',
};
export const NO_SUCH_PART: Bilingual = {
  ja: 'この版にない部分です。ページを読み直してください',
  en: 'This part is not in the edition. Reload the page',
};
export const PART_TWICE: Bilingual = {
  ja: '同じ部分への意見は1つにまとめてください',
  en: 'Put what you say of one part into one comment',
};
export const SAY_WHAT: Bilingual = {
  ja: '正しい内容、または希望する表現を入力してください',
  en: 'Enter what is correct, or the wording you ask for',
};
export const DRAFT_CHANGED: Bilingual = {
  ja: '別の画面で保存されています。入力内容を確認して、もう一度保存してください',
  en: 'This was saved from another screen. Check what you entered and save again',
};
export const NOTHING_SAID: Bilingual = {
  ja: '少なくとも1つの部分について選択してください',
  en: 'Choose something for at least one part',
};
export const TOO_MANY_COMMENTS: Bilingual = {
  ja: 'これ以上の意見は受け付けられません。依頼元に連絡してください',
  en: 'No more comments can be taken. Contact the organisation that asked you',
};
export const AGREED_NEEDS_NO_ANSWER: Bilingual = {
  ja: '同意の意見には回答できません',
  en: 'Agreement needs no answer',
};
export const ANSWERED_ALREADY: Bilingual = {
  ja: 'この意見には回答済みです',
  en: 'This comment has been answered',
};
export const WHY_NOT_DONE: Bilingual = {
  ja: '対応しない理由を入力してください',
  en: 'Enter why it is not done',
};
export const WHICH_EDITION: Bilingual = {
  ja: '対応した公開版の番号を入力してください',
  en: 'Enter the number of the public edition in which it is done',
};
export const NOT_DONE: Readonly<Record<'not-later' | 'unchanged' | 'none', Bilingual>> = {
  none: { ja: 'この番号の公開版はありません', en: 'There is no public edition with this number' },
  'not-later': {
    ja: '意見が付いた版より後の版を指定してください',
    en: 'Choose an edition made after the one the comment is about',
  },
  unchanged: {
    ja: 'この版でも、該当部分の表示は変わっていません',
    en: 'The part still reads the same in this edition',
  },
};
export const COMMENTS_OPEN: Bilingual = {
  ja: '回答されていない意見があるため、まだ同意できません。回答をお待ちください',
  en: 'Some comments are not answered yet, so consent cannot be given. Wait for the answers',
};
export const CONSENTED_ALREADY: Bilingual = {
  ja: 'この版には同意済みです',
  en: 'Consent to this edition has been given',
};
export const ONE_ROUTE: Bilingual = {
  ja: 'リンクの送付先以外の連絡先が登録されていないため、確認コードを送信できません。依頼元に、別のメールアドレスまたは電話番号の登録を依頼してください',
  en: 'No contact other than the one this link was sent to is registered, so no code can be sent. Ask the organisation that sent the link to register another email address or a phone number',
};
export const NO_CHANNEL: Bilingual = {
  ja: '登録された別の連絡先に送信する手段が設定されていません。依頼元に連絡してください',
  en: 'The organisation has no way set up to reach the other contact. Contact them',
};
export const NO_SUCH_ROUTE: Bilingual = {
  ja: '表示された送信先から選択してください',
  en: 'Choose one of the contacts shown',
};
export const CODE_REFUSED: Readonly<Record<'wrong' | 'spent' | 'over', Bilingual>> = {
  wrong: {
    ja: '確認コードが正しくありません。届いたコードを入力してください',
    en: 'The code is not right. Enter the code you received',
  },
  spent: {
    ja: '入力できる回数を超えました。新しいコードを送信してください',
    en: 'The code was entered wrongly too often. Send a new code',
  },
  over: {
    ja: '確認コードが無効です（期限切れ、または使用済み）。新しいコードを送信してください',
    en: 'The code no longer works. It expired or was used. Send a new code',
  },
};
export const NOTHING_TO_WITHDRAW: Bilingual = {
  ja: '撤回できる同意がありません',
  en: 'There is no consent to withdraw',
};

export const REVIEW_MAIL_WORDS = {
  askSubject: {
    ja: '公表前の内容確認のお願い（{organisation}）',
    en: 'Please review before publication ({organisation})',
  },
  ask: {
    ja: '{organisation}が作成した公開資料（第{edition}版）の確認をお願いします。次のページで内容を読み、部分ごとに意見を入力できます。公表には、貴組織の同意が必要です。',
    en: '{organisation} asks you to review a document before it is published (edition {edition}). On the page below you can read it and comment on each part. It is published only with your consent.',
  },
  remindSubject: {
    ja: '公表前の内容確認のお願い（再送）（{organisation}）',
    en: 'Reminder: please review before publication ({organisation})',
  },
  remind: {
    ja: '公開資料（第{edition}版）の確認がまだ完了していません。回答がない場合、同意したものとはみなしません。',
    en: 'Your review of edition {edition} is not complete. If we do not hear from you, we do not take it as consent.',
  },
  answeredSubject: {
    ja: '公開資料への意見に回答しました（{organisation}）',
    en: 'Your comments have been answered ({organisation})',
  },
  answered: {
    ja: '公開資料（第{edition}版）に寄せられた意見に回答しました。次のページで回答を確認し、同意するかどうかを入力できます。',
    en: 'Your comments on edition {edition} have been answered. On the page below you can read the answers and give your consent.',
  },
  open: { ja: 'ページを開く', en: 'Open the page' },
  until: { ja: 'このリンクは {until} まで使用できます。', en: 'This link works until {until}.' },
  notYou: {
    ja: '心当たりがない場合は、このメールを破棄してください。リンクを他の人に転送しないでください。',
    en: 'If you did not expect this email, delete it. Do not forward the link to anyone else.',
  },
  codeSubject: { ja: '確認コード（{organisation}）', en: 'Confirmation code ({organisation})' },
  code: {
    ja: '{organisation}の公開資料（第{edition}版）の公表に同意するための確認コードです：{code}',
    en: 'Code to consent to publication by {organisation} (edition {edition}): {code}',
  },
  codeUntil: {
    ja: '{minutes}分以内に、確認ページに入力してください。公表に同意しない場合は、このコードを誰にも伝えないでください。',
    en: 'Enter it on the review page within {minutes} {minutes|minute|minutes}. If you do not consent to publication, do not give this code to anyone.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
export const NOT_OF_CASE: Bilingual = {
  ja: 'この事例のもとになった情報連絡の事業者ではありません。情報連絡を事業者に対応付けてから依頼してください',
  en: 'No report this case was drafted from is of this operator. Match the report to its operator first',
};
