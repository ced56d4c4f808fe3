import { words } from '../words.ts';

export const SIGN_IN = words({
  signIn: { ja: 'サインイン', en: 'Sign in' },
  signInFailed: { ja: 'メールアドレスかパスワードが違います', en: 'E-mail or password is wrong' },
  locked: {
    ja: '失敗が続いたため停止中です。{seconds} 秒後にもう一度お試しください',
    en: 'Too many failures. Try again in {seconds} seconds',
  },
  withPasskey: { ja: 'パスキーでサインイン', en: 'Sign in with a passkey' },
  withSso: { ja: '組織の認証（シングルサインオン）でサインイン', en: 'Single sign-on' },
  usingLink: { ja: 'サインインしています…', en: 'Signing you in…' },
  linkGone: {
    ja: 'このリンクは期限切れか使用済みです。管理者に新しいリンクを頼んでください。',
    en: 'This link has expired or was used. Ask your administrator for a new one.',
  },
  linkHint: {
    ja: 'このリンクを受け取った本人としてサインインします。続いてパスワードかパスキーを設定してください。',
    en: 'You sign in as the person this link was made for. Then set a password or a passkey.',
  },
  setupTitle: { ja: '最初の管理者', en: 'First administrator' },
  setupHint: {
    ja: 'このリンクは一度だけ使えます。ここで登録した人が管理者になります。',
    en: 'This link works once. Whoever registers here becomes the administrator.',
  },
  begin: { ja: '始める', en: 'Begin' },
});
