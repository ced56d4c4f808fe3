import { words } from '../../words.ts';

export const ACCOUNT = words({
  signedIn: { ja: 'サインイン', en: 'Signed in' },
  address: { ja: '接続元', en: 'Address' },
  program: { ja: 'ブラウザー', en: 'Browser' },
  key: { ja: 'キー', en: 'Key' },
  keys: { ja: 'APIキー', en: 'API keys' },
  keysEmpty: { ja: 'APIキーはありません。', en: 'No API keys.' },
  createKey: { ja: 'APIキーの発行', en: 'Create API key' },
  scopes: { ja: '権限の範囲', en: 'Scopes' },
  days: { ja: '有効日数', en: 'Valid for (days)' },
  expires: { ja: '期限', en: 'Expires' },
  sessions: { ja: 'セッション', en: 'Sessions' },
  current: { ja: 'この端末', en: 'this device' },
  twoFactor: { ja: '二段階認証（TOTP）', en: 'Two-factor (TOTP)' },
  enable: { ja: '有効化', en: 'Enable' },
  disable: { ja: '無効化', en: 'Disable' },
  enabledState: { ja: '有効', en: 'enabled' },
  totpHint: {
    ja: '認証アプリでQRコードを読み取るか、下のキーを登録し、表示された6桁のコードを入力してください。',
    en: 'Scan the QR code with your authenticator app, or add the secret below, then enter the 6-digit code.',
  },
  totpQr: { ja: '認証アプリ用のQRコード', en: 'QR code for the authenticator app' },
  noPassword: {
    ja: 'パスワードが未設定です。次回のサインインに備え、パスワードの設定かパスキーの登録を行ってください。',
    en: 'You have no password yet. Set one, or add a passkey, so you can sign in next time.',
  },
  passwordWrong: { ja: 'パスワードが正しくありません', en: 'Incorrect password' },
  passwordTooShort: {
    ja: 'パスワードは12文字以上にしてください',
    en: 'Use at least 12 characters',
  },
  passwordKnown: {
    ja: 'このパスワードは流出が確認されています。別のパスワードを使用してください',
    en: 'This password appears in a known data breach. Choose another one',
  },
  signInAgain: { ja: '再度サインインしてからお試しください', en: 'Sign in again and retry' },
  backupCodes: {
    ja: '予備コード（各1回のみ有効です。安全な場所に保管してください）',
    en: 'Backup codes (each works once, keep them safe)',
  },
  passkeys: { ja: 'パスキー', en: 'Passkeys' },
  addPasskey: { ja: 'パスキーの登録', en: 'Add passkey' },
  currentPassword: { ja: '現在のパスワード', en: 'Current password' },
  setPassword: { ja: 'パスワードの設定', en: 'Set password' },
  needsPassword: { ja: '先にパスワードを設定してください。', en: 'Set a password first.' },
  passwordFirst: { ja: '現在のパスワードを入力してください', en: 'Enter your current password' },
});
