import type { Bilingual } from '../../../kernel/language.ts';

export const DOOR_WORDS = {
  subject: { ja: '情報連絡の入力ページ（{organisation}）', en: 'Information report form ({organisation})' },
  ask: {
    ja: '{organisation}への情報連絡は、次のページから入力できます。途中で保存し、後から続きを入力できます。',
    en: 'You can send an information report to {organisation} on the page below. You can save it and continue later.',
  },
  askedSubject: {
    ja: '情報連絡 {number} についての質問（{organisation}）',
    en: 'Question about report {number} ({organisation})',
  },
  asked: {
    ja: '情報連絡 {number} について、次の質問があります。ページから回答してください。',
    en: 'There are questions about report {number}. Please answer them on the page below.',
  },
  dueSubject: {
    ja: '情報連絡 {number} の{stage}の期限（{organisation}）',
    en: '{stage} of report {number} is due ({organisation})',
  },
  due: {
    ja: '情報連絡 {number} の{stage}の期限は {due} です。次のページから提出できます。提出済みの場合は、このメールを破棄してください。',
    en: 'The {stage} of report {number} is due by {due}. You can hand it in on the page below. If you already did, ignore this email.',
  },
  open: { ja: 'ページを開く', en: 'Open the page' },
  until: { ja: 'このリンクは {until} まで使用できます。', en: 'This link works until {until}.' },
  notYou: {
    ja: '心当たりがない場合は、このメールを破棄してください。リンクを他の人に転送しないでください。',
    en: 'If you did not expect this email, delete it. Do not forward the link to anyone else.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
