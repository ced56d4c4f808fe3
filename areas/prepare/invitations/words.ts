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
    ja: 'このリンクは{until}まで、一度だけ使用できます。ほかの人に転送しないでください。',
    en: 'The link works once, until {until}. Please do not forward it.',
  },
  open: { ja: '参加', en: 'Join' },
  notYou: {
    ja: 'お心当たりのない場合は、このメールを破棄してください。',
    en: 'If you were not expecting this message, please ignore it.',
  },
} as const satisfies Record<string, Bilingual>;

/** What is wrong with a row of a table of people. */
export const GUEST_FAULTS = {
  role: { ja: '役割「{value}」はありません', en: 'Unknown role “{value}”' },
  unit: { ja: '部署「{value}」はありません', en: 'Unknown department “{value}”' },
  language: { ja: '言語は ja または en を入力してください', en: 'Enter ja or en as the language' },
  email: { ja: 'メールアドレスを確認してください', en: 'Check the email address' },
  name: { ja: '名前を入力してください（100文字まで）', en: 'Enter a name of at most 100 characters' },
  noRole: { ja: '役割を1つ以上入力してください', en: 'Enter at least one role' },
  twice: { ja: '{row}行目とアドレスが重複しています', en: 'Same address as in row {row}' },
  beyond: {
    ja: '自分の権限を超える役割は付与できません',
    en: 'You cannot grant a role with more permissions than your own',
  },
  headers: {
    ja: '1行目に「名前」「メールアドレス」「役割」の見出しが必要です（言語・部署は任意）',
    en: 'The first row needs the headers name, email and roles (language and department may follow)',
  },
  many: { ja: '一度に招待できる上限は{most}人です', en: 'At most {most} people can be invited at once' },
} as const satisfies Record<string, Bilingual>;
