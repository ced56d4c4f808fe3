import { expect, test } from 'vitest';
import { ssoRefusal } from './sso-refusal.ts';

test.each([
  ['signup_disabled', 'not registered'],
  ['account_not_linked', 'not verified'],
  ['unable_to_link_account', 'different account'],
  ['email_not_found', 'did not send an email'],
  ['access_denied', 'denied or cancelled'],
  ['state_mismatch', 'Try again'],
  ['please_restart_the_process', 'Try again'],
  ['issuer_mismatch', '({code})'],
  ['unable_to_get_user_info', '({code})'],
  ['internal_server_error', '({code})'],
])('%s is told for what it is', (code, said) => {
  const { text, code: shown } = ssoRefusal(code);
  expect(text.en).toContain(said);
  expect(shown).toBe(text.en.includes('{code}') ? code : '?');
});

test.each(['', 'toString', '__proto__', 'call_me_now', 'call 090-1234-5678', '<b>x</b>', 'a'.repeat(80)])(
  'what somebody wrote into the address is not shown: %j',
  (code) => {
    const { text, code: shown } = ssoRefusal(code);
    expect(text.en).toContain('({code})');
    expect(shown).toBe('?');
  },
);
