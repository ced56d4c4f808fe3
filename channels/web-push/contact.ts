import net from 'node:net';
import type { z } from 'zod';
import { mailAddress } from '../../kernel/addresses.ts';
import type { Bilingual } from '../../kernel/language.ts';
import { isInner } from '../inner-address.ts';

const FORM: Bilingual = {
  ja: '「mailto:」で始まるメールアドレスか「https://」で始まるアドレスにしてください（例 mailto:ops@example.jp）',
  en: 'Write a mail address that begins with mailto: or an address that begins with https://, such as mailto:ops@example.com',
};
const BRACKETS: Bilingual = {
  ja: '「<」「>」を除いてください（例 mailto:ops@example.jp）。端末の会社によっては、すべての通知を断られます',
  en: 'Leave the angle brackets out, as in mailto:ops@example.com: makers of some devices would refuse every message',
};
const SPACES: Bilingual = {
  ja: '空白を除いてください（例 mailto:ops@example.jp）。端末の会社によっては、すべての通知を断られます',
  en: 'Leave spaces out, as in mailto:ops@example.com: makers of some devices would refuse every message',
};
const NOBODY_OUTSIDE: Bilingual = {
  ja: '社外から分かる名前にしてください（例 mailto:ops@example.jp）。localhost や社内だけの名前では、端末の会社によってはすべての通知を断られます',
  en: 'Write a name that is known outside, as in mailto:ops@example.com: with localhost or a name of your own network makers of some devices would refuse every message',
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
