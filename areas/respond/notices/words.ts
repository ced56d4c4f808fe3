import type { Bilingual } from '../../../kernel/language.ts';

export const NOTICE_WORDS = {
  request: {
    subject: { ja: '【依頼】{title}', en: '[REQUEST] {title}' },
    ask: {
      ja: '次のリンクから、引き受けの可否と結果を回答してください。サインインは不要です。',
      en: 'Use the link below to accept the request and report the result. No sign-in needed.',
    },
    due: { ja: '期限：{at}', en: 'Due: {at}' },
  },
  brief: {
    subject: { ja: '【報告】{title}', en: '[BRIEF] {title}' },
    ask: {
      ja: '内容を確認したら、次のリンクから確認済みにしてください。',
      en: 'After reading it, confirm with the link below.',
    },
  },
  task: {
    subject: { ja: '【タスク】{title}', en: '[TASK] {title}' },
    open: { ja: '対応画面を開く', en: 'Open the incident' },
    back: { ja: '【取り消し】{title}', en: '[WITHDRAWN] {title}' },
    takenBack: {
      ja: 'このタスクの割り当ては取り消されました。担当ではありません。',
      en: 'The assignment of this task to you was withdrawn. It is no longer yours.',
    },
  },
  mention: {
    subject: { ja: '【メンション】{title}', en: '[MENTION] {title}' },
    said: { ja: '{name}さんの記録：{text}', en: '{name} wrote: {text}' },
    open: { ja: '対応画面を開く', en: 'Open the incident' },
  },
  subscribe: {
    subject: {
      ja: 'サービス状況の配信登録の確認（{organisation}）',
      en: 'Confirm your subscription ({organisation})',
    },
    ask: {
      ja: 'このアドレスへのサービス状況の配信について、登録の申し込みがありました。次のリンクを開くと、登録が完了します。お心当たりのない場合は、このメールを破棄してください。',
      en: 'We received a request to send service status updates to this address. Open the link to confirm. If this was not you, ignore this message.',
    },
  },
  status: {
    subject: { ja: '【{kind}】{organisation}', en: '[{kind}] {organisation}' },
    leave: { ja: '配信停止', en: 'Unsubscribe' },
    page: { ja: '状況ページ', en: 'Status page' },
  },
} as const satisfies Record<string, Record<string, Bilingual>>;

/** How a notice stands. */
export const NOTICE_STATE_WORDS = {
  queued: { ja: '送信待ち', en: 'queued' },
  held: { ja: '送信不可（別の手段で連絡）', en: 'cannot be sent' },
  sending: { ja: '送信中', en: 'sending' },
  accepted: { ja: 'メールサーバー受理', en: 'accepted by mail server' },
  failed: { ja: '失敗', en: 'failed' },
  answered: { ja: '回答あり', en: 'answered' },
  delivered: { ja: '到達', en: 'delivered' },
  seen: { ja: '既読', en: 'read' },
  withdrawn: { ja: '送信不要', en: 'not needed' },
  reached: { ja: '連絡済み', en: 'informed' },
  returned: { ja: '不達', en: 'bounced' },
} as const satisfies Readonly<Record<string, Bilingual>>;
