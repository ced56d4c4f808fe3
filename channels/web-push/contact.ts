import net from 'node:net';
import type { z } from 'zod';
import { mailAddress } from '../../kernel/addresses.ts';
import type { Bilingual } from '../../kernel/language.ts';
import { isInner } from '../inner-address.ts';

const FORM: Bilingual = {
  ja: '「mailto:」で始まるメールアドレス、または「https://」で始まるURLを入力してください（例 mailto:ops@example.jp）',
  en: 'Enter an email address starting with mailto: or a URL starting with https://, such as mailto:ops@example.com',
};
const BRACKETS: Bilingual = {
  ja: '「<」「>」を削除してください（例 mailto:ops@example.jp）。一部の端末ですべての通知が拒否されます',
  en: 'Remove the angle brackets, as in mailto:ops@example.com. Some devices would reject every message',
};
const SPACES: Bilingual = {
  ja: '空白を削除してください（例 mailto:ops@example.jp）。一部の端末ですべての通知が拒否されます',
  en: 'Remove spaces, as in mailto:ops@example.com. Some devices would reject every message',
};
const NOBODY_OUTSIDE: Bilingual = {
  ja: '社外から参照できるドメインを入力してください（例 mailto:ops@example.jp）。localhostや社内専用の名前では、一部の端末ですべての通知が拒否されます',
  en: 'Enter a public domain, as in mailto:ops@example.com. With localhost or an internal name, some devices would reject every message',
};

const OWN_NAMES = /(^|\.)(localhost|local|localdomain|internal|lan|home\.arpa|invalid|test)$/i;

function isKnownOutside(written: string): boolean {
  const host = written.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (net.isIP(host)) return !isInner(host);
  return host.includes('.') && !OWN_NAMES.test(host);
}

/** RFC 8292 §2.1, and what push services make of it. */
export function contactFault(contact: string): Bilingual | undefined {
  if (/[<>]/.test(contact)) return BRACKETS;
  if (/\s/.test(contact)) return SPACES;
  const [, address] = /^mailto:(.*)$/i.exec(contact) ?? [];
  if (address !== undefined) {
    if (!mailAddress.safeParse(address).success) return FORM;
    return isKnownOutside(address.slice(address.lastIndexOf('@') + 1)) ? undefined : NOBODY_OUTSIDE;
  }
  if (!/^https:\/\//i.test(contact) || !URL.canParse(contact)) return FORM;
  return isKnownOutside(new URL(contact).hostname) ? undefined : NOBODY_OUTSIDE;
}

export const judgeContact = (contact: string, found: z.core.$RefinementCtx<string>): void => {
  const mend = contactFault(contact);
  if (mend) found.addIssue({ code: 'custom', params: { mend } });
};
