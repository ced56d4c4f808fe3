import type { Bilingual } from '../../../kernel/language.ts';

/** The mail that invites somebody. */
export const INVITATION_WORDS = {
  subject: { ja: '{organisation}から Sonae への招待', en: 'Invitation to Sonae from {organisation}' },
  ask: {
    ja: '{organisation}が、インシデント対応システム Sonae にあなたを招待しています。次のリンクを開いて参加してください。',
    en: '{organisation} invites you to Sonae, where incidents are handled. Open the link to join.',
  },
  roles: { ja: '役割：{roles}', en: 'Your roles: {roles}' },
  until: {
    ja: 'このリンクは一度だけ、{until}まで使えます。ほかの人に転送しないでください。',
    en: 'The link works once, until {until}. Please do not forward it.',
  },
  open: { ja: '参加する', en: 'Join' },
  notYou: {
    ja: '心当たりのない場合は、このメールを破棄してください。',
    en: 'If you did not expect this, please discard this message.',
  },
} as const satisfies Record<string, Bilingual>;

/** What is wrong with a row of a table of people. */
export const GUEST_FAULTS = {
  role: { ja: '役割「{value}」はありません', en: 'There is no role “{value}”' },
  unit: { ja: '部署「{value}」はありません', en: 'There is no department “{value}”' },
  language: { ja: '言語は ja か en にしてください', en: 'Write ja or en as the language' },
  email: { ja: 'メールアドレスを確認してください', en: 'Check the email address' },
  name: { ja: '名前を入力してください（100文字まで）', en: 'Write a name of at most 100 characters' },
  noRole: { ja: '役割を1つ以上入力してください', en: 'Write at least one role' },
  twice: { ja: '{row}行目と同じアドレスです', en: 'The same address as in row {row}' },
  beyond: {
    ja: '自分の権限を超える役割は付与できません',
    en: 'You cannot grant a role that may do more than you may',
  },
  headers: {
    ja: '1行目に「名前」「メールアドレス」「役割」の見出しが必要です（言語・部署は任意）',
    en: 'The first row needs the headers name, email and roles (language and department may follow)',
  },
  many: { ja: '一度に招待できるのは{most}人までです', en: 'At most {most} people are invited at once' },
} as const satisfies Record<string, Bilingual>;
