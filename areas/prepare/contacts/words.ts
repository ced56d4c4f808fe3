import type { Bilingual } from '../../../kernel/language.ts';
import type { AccountChange } from './schema.ts';

export const ACCOUNT_CHANGE_WORDS: { readonly [C in AccountChange]: Bilingual } = {
  'password-set': { ja: 'パスワードを設定', en: 'password set' },
  'password-changed': { ja: 'パスワードを変更', en: 'password changed' },
  'second-factor-begun': { ja: '二段階認証の設定を開始', en: 'two-factor set-up started' },
  'second-factor-on': { ja: '二段階認証を有効化', en: 'two-factor enabled' },
  'second-factor-off': { ja: '二段階認証を無効化', en: 'two-factor disabled' },
  'backup-codes-made': { ja: '予備コードを発行', en: 'backup codes created' },
  'passkey-added': { ja: 'パスキーを追加', en: 'passkey added' },
  'passkey-removed': { ja: 'パスキーを削除', en: 'passkey removed' },
  'sessions-ended': { ja: 'セッションを終了', en: 'sessions ended' },
  'ways-in-cleared': { ja: 'サインイン手段を初期化', en: 'sign-in methods reset' },
  'signed-out': { ja: 'サインアウト', en: 'signed out' },
  admitted: { ja: 'シングルサインオンで登録', en: 'registered by single sign-on' },
};
