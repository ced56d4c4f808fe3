import type { Bilingual } from '../../../../kernel/language.ts';
import { words } from '../words.ts';

const WORDS = words({
  notRegistered: {
    ja: 'この利用者は登録されていません。管理者に登録を依頼してください',
    en: 'You are not registered here; ask an administrator',
  },
  notVerified: {
    ja: '組織の認証が、このメールアドレスを本人のものと確かめていません。認証の管理者に確認を依頼してください',
    en: 'Your identity provider has not verified this e-mail address as yours; ask whoever runs it',
  },
  otherAccount: {
    ja: 'このメールアドレスの利用者は、組織の認証の別の人と結び付いています。管理者に確認してください',
    en: 'Somebody else at your identity provider signs in with this e-mail address; ask an administrator',
  },
  noAddress: {
    ja: '組織の認証がメールアドレスを渡しませんでした。認証の管理者に「email」を渡す設定を依頼してください',
    en: 'Your identity provider gave no e-mail address; ask whoever runs it to hand out “email”',
  },
  declined: {
    ja: '組織の認証で許可されなかったか、取り消されました',
    en: 'Your identity provider did not let you through, or it was cancelled there',
  },
  again: {
    ja: 'サインインの途中で時間切れか中断になりました。もう一度お試しください',
    en: 'Signing in took too long or was interrupted: try again',
  },
  provider: {
    ja: '組織の認証との間で失敗しました（{code}）。もう一度試し、続くときは管理者に知らせてください',
    en: 'Something failed between Sonae and your identity provider ({code}): try again, and tell an administrator if it goes on',
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
