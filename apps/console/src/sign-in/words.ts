import { words } from '../words.ts';

export const SIGN_IN = words({
  signIn: { ja: 'サインイン', en: 'Sign in' },
  signInFailed: { ja: 'メールアドレスまたはパスワードが正しくありません', en: 'Incorrect email or password' },
  locked: {
    ja: 'サインインの失敗が続いたため、一時的に停止しています。{seconds}秒後に、もう一度お試しください',
    en: 'Too many failed attempts. Try again in {seconds} {seconds|second|seconds}',
  },
  withPasskey: { ja: 'パスキーでサインイン', en: 'Sign in with a passkey' },
  withSso: { ja: 'シングルサインオンでサインイン', en: 'Single sign-on' },
  usingLink: { ja: 'サインインしています…', en: 'Signing you in…' },
  linkGone: {
    ja: 'このリンクは期限切れ、または使用済みです。管理者に新しいリンクの発行を依頼してください。',
    en: 'This link has expired or was already used. Ask your administrator for a new one.',
  },
  linkHint: {
    ja: 'このリンクの宛先の本人としてサインインします。続けて、パスワードまたはパスキーを設定してください。',
    en: 'You will sign in as the person this link was created for. Then set a password or passkey.',
  },
  invitedTo: { ja: '{organisation}への招待', en: 'Invitation to {organisation}' },
  invitedAs: {
    ja: '{name}（{email}）として参加します。本人でない場合は使用しないでください。',
    en: 'You will join as {name} ({email}). Do not continue if this is not you.',
  },
  join: { ja: '参加', en: 'Join' },
  setupTitle: { ja: '最初の管理者', en: 'First administrator' },
  setupHint: {
    ja: 'このリンクは一度だけ使用できます。登録した人が管理者になります。',
    en: 'This link works once. The person who registers becomes the administrator.',
  },
  begin: { ja: '開始', en: 'Get started' },
});
