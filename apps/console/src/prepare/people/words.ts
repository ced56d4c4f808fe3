import { words } from '../../words.ts';

export const PEOPLE = words({
  peopleEmpty: { ja: '条件に合う人はいません。', en: 'Nobody fits.' },
  roles: { ja: '役割', en: 'Roles' },
  language: { ja: '言語', en: 'Language' },
  canSignIn: { ja: 'サインイン可', en: 'Can sign in' },
  never: { ja: '未', en: 'not yet' },
  invite: { ja: 'サインインリンクを発行', en: 'Issue a sign-in link' },
  inviteHint: {
    ja: '本人にだけ渡してください。24時間以内に一度だけ使えます。',
    en: 'Give it to that person only. It works once within 24 hours.',
  },
  addPerson: { ja: '利用者を追加', en: 'Add a person' },
  breakGlass: {
    ja: '非常用（使うと管理者全員を呼び出す）',
    en: 'Break-glass (its use pages all administrators)',
  },
  emailStays: {
    ja: 'サインインに使うため、ここでは変えられません',
    en: 'It is what they sign in with, and cannot be changed here',
  },
});
