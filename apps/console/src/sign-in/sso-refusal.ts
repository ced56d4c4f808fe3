import type { Bilingual } from '../../../../kernel/language.ts';
import { words } from '../words.ts';

const WORDS = words({
  notRegistered: {
    ja: 'この利用者は登録されていません。管理者に登録を依頼してください',
    en: 'You are not registered. Ask an administrator to add you',
  },
  notVerified: {
    ja: '認証基盤で、このメールアドレスの本人確認が済んでいません。認証基盤の管理者に確認を依頼してください',
    en: 'Your identity provider has not verified this email address. Contact its administrator',
  },
  otherAccount: {
    ja: 'このメールアドレスは、認証基盤の別の利用者に関連付けられています。管理者に確認してください',
    en: 'This email address is linked to a different account at your identity provider. Contact an administrator',
  },
  noAddress: {
    ja: '認証基盤からメールアドレスが提供されませんでした。認証基盤の管理者に、メールアドレス（email）を提供する設定を依頼してください',
    en: 'Your identity provider did not send an email address. Ask its administrator to include “email”',
  },
  declined: {
    ja: '認証基盤で拒否されたか、キャンセルされました',
    en: 'Sign-in was denied or cancelled at your identity provider',
  },
  again: {
    ja: 'サインインが時間切れになったか、中断されました。もう一度お試しください',
    en: 'Sign-in timed out or was interrupted. Try again',
  },
  provider: {
    ja: '認証基盤との通信に失敗しました（{code}）。もう一度お試しください。解決しない場合は、管理者に連絡してください',
    en: 'Could not sign in with your identity provider ({code}). Try again, and contact an administrator if this continues',
  },
});

const REASONS: Readonly<Record<string, Bilingual>> = {
  signup_disabled: WORDS.notRegistered,
  account_not_linked: WORDS.notVerified,
  unable_to_link_account: WORDS.otherAccount,
  email_not_verified: WORDS.notVerified,
  account_already_linked_to_different_user: WORDS.otherAccount,
  email_does_not_match: WORDS.otherAccount,
  email_not_found: WORDS.noAddress,
  access_denied: WORDS.declined,
  invalid_code: WORDS.again,
  no_code: WORDS.again,
  state_mismatch: WORDS.again,
  state_not_found: WORDS.again,
  state_security_mismatch: WORDS.again,
  please_restart_the_process: WORDS.again,
};

/** Whoever runs the provider can look these up. Anybody may write an address that ends in one: nothing else is shown. */
const CODES = new Set([
  'oauth_provider_not_found',
  'issuer_missing',
  'issuer_mismatch',
  'nonce_binding_missing',
  'unable_to_get_user_info',
  'internal_server_error',
  'invalid_request',
  'unauthorized_client',
  'unsupported_response_type',
  'invalid_scope',
  'server_error',
  'temporarily_unavailable',
  'login_required',
  'interaction_required',
  'consent_required',
]);

/** Why single sign-on let somebody stand outside, by the code it came back with. */
export function ssoRefusal(code: string): { readonly text: Bilingual; readonly code: string } {
  const text = Object.hasOwn(REASONS, code) ? REASONS[code] : undefined;
  return { text: text ?? WORDS.provider, code: CODES.has(code) ? code : '?' };
}
