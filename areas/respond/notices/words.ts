import type { Bilingual } from '../../../kernel/language.ts';

export const NOTICE_WORDS = {
  request: {
    subject: { ja: '【依頼】{title}', en: '[REQUEST] {title}' },
    ask: {
      ja: '次のリンクから、引き受けたこと・結果をお答えください。サインインは要りません。',
      en: 'Please answer by the link that you take it, and then how it went. No sign-in is needed.',
    },
    due: { ja: '期限：{at}', en: 'Needed by: {at}' },
  },
  brief: {
    subject: { ja: '【報告】{title}', en: '[BRIEF] {title}' },
    ask: {
      ja: '読んだら、次のリンクから「読んだ」と答えてください。',
      en: 'When you have read it, please say so by the link.',
    },
  },
  task: {
    subject: { ja: '【タスク】{title}', en: '[TASK] {title}' },
    open: { ja: '対応の部屋を開く', en: 'Open the incident' },
  },
  subscribe: {
    subject: {
      ja: '状況のお知らせの登録の確認（{organisation}）',
      en: 'Confirm your subscription ({organisation})',
    },
    ask: {
      ja: 'このアドレスにサービスの状況をお知らせする登録がありました。よろしければ、次のリンクを開いて確認してください。心当たりがなければ、このメールを捨ててください。',
      en: 'Somebody asked that this address be told of the service status. If that was you, open the link and confirm. If not, please discard this message.',
    },
  },
  status: {
    subject: { ja: '【{kind}】{organisation}', en: '[{kind}] {organisation}' },
    leave: { ja: '配信を止める', en: 'Unsubscribe' },
    page: { ja: '状況のページ', en: 'Status page' },
  },
} as const satisfies Record<string, Record<string, Bilingual>>;
