import { words } from '../../words.ts';

/** What else people look for when they look for their account. */
export const TITLES = words({
  also: {
    ja: 'パスワード パスキー 二段階認証 連絡手段 セッション APIキー',
    en: 'password passkey two-factor totp contact routes sessions api keys',
  },
});
