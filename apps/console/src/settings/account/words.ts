import { words } from '../../words.ts';

export const ACCOUNT = words({
  signedIn: { ja: 'サインイン', en: 'Signed in' },
  address: { ja: '接続元', en: 'Address' },
  program: { ja: 'ブラウザー', en: 'Browser' },
  key: { ja: '鍵', en: 'Key' },
  keys: { ja: 'API キー', en: 'API keys' },
  keysEmpty: { ja: 'API キーはありません。', en: 'No API key.' },
  createKey: { ja: 'API キーを発行', en: 'Create an API key' },
  scopes: { ja: '権限の範囲', en: 'Scopes' },
  days: { ja: '有効日数', en: 'Valid for days' },
  expires: { ja: '期限', en: 'Expires' },
  sessions: { ja: 'セッション', en: 'Sessions' },
  current: { ja: 'この端末', en: 'this one' },
  twoFactor: { ja: '二段階認証（TOTP）', en: 'Two-factor (TOTP)' },
  enable: { ja: '有効にする', en: 'Enable' },
  disable: { ja: '無効にする', en: 'Switch off' },
  enabledState: { ja: '有効', en: 'enabled' },
  totpHint: {
    ja: '認証アプリで QR コードを読み取るか、下の鍵を登録し、表示された6桁を入力してください。',
    en: 'Scan the QR code with your authenticator app, or add the secret below, and enter its six digits.',
  },
  totpQr: { ja: '認証アプリ用の QR コード', en: 'QR code for the authenticator app' },
  passwordWrong: { ja: 'パスワードが違います', en: 'The password is wrong' },
  passwordTooShort: {
    ja: 'パスワードは12文字以上にしてください',
    en: 'Use a password of 12 characters or more',
  },
  passwordKnown: {
    ja: 'このパスワードは流出が知られています。別のものにしてください',
    en: 'This password is known from a leak. Choose another',
  },
  signInAgain: { ja: 'もう一度サインインしてからお試しください', en: 'Sign in again, then try once more' },
  backupCodes: {
    ja: '予備コード（一度ずつ使えます。控えてください）',
    en: 'Backup codes (each works once; keep them)',
  },
  passkeys: { ja: 'パスキー', en: 'Passkeys' },
  addPasskey: { ja: 'パスキーを登録', en: 'Add a passkey' },
  currentPassword: { ja: '現在のパスワード', en: 'Current password' },
  setPassword: { ja: 'パスワードを設定', en: 'Set a password' },
  needsPassword: { ja: '先にパスワードを設定してください。', en: 'Set a password first.' },
});
