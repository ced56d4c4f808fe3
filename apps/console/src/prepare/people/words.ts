import { words } from '../../words.ts';

export const PEOPLE = words({
  peopleEmpty: { ja: '条件に合う利用者はいません。', en: 'No matching people.' },
  roles: { ja: '役割', en: 'Roles' },
  language: { ja: '言語', en: 'Language' },
  canSignIn: { ja: 'サインイン', en: 'Sign-in' },
  never: { ja: '未登録', en: 'not registered' },
  invite: { ja: 'サインインリンクの発行', en: 'Create sign-in link' },
  inviteHint: {
    ja: '本人にのみ渡してください。24時間以内に一度だけ使用できます。',
    en: 'Share it only with this person. It works once, within 24 hours.',
  },
  addPerson: { ja: '利用者の追加', en: 'Add person' },
  breakGlass: {
    ja: '非常用（使用時に管理者全員を呼び出し）',
    en: 'Break-glass (using it pages all administrators)',
  },
  emailStays: {
    ja: 'サインインに使用するため、ここでは変更できません',
    en: 'Used for sign-in. It cannot be changed here',
  },
});
