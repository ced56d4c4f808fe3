import { z } from 'zod';
import { alikeHyphens } from './text.ts';

const MOST_LETTERS = 254;
/** What may stand before the @ without quotes; where dots stand does not matter, for Japanese telephones have had such addresses. */
const LOCAL = /^[\w!#$%&'*+/=?^`{|}~.-]{1,64}$/;
const QUOTED = /^"(?:[^"\\\p{Cc}]|\\[^\p{Cc}]){1,62}"$/u;
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?$/u;
function isMailAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)];
  if (at < 1 || text.length > MOST_LETTERS || /^\.+$/.test(local)) return false;
  // A domain of one name is one within the house.
  return (LOCAL.test(local) || QUOTED.test(local)) && domain.split('.').every((label) => LABEL.test(label));
}

/** A mail address as people have it: also with odd dots, with letters of any script in its domain, or within the house. */
export const mailAddress = z.stringFormat('email', isMailAddress);

/** How to dial abroad from a country; elsewhere it is 00. In Japan the carrier may be named before it. */
const ABROAD: Readonly<Record<string, RegExp>> = {
  '81': /^(?:00\d{1,3})?010/,
  '1': /^011/,
  '7': /^810/,
  '61': /^0011/,
};
/** Countries that keep a leading zero, and those whose numbers have none. */
const KEEPS_ZERO = new Set(['39', '378', '379', '225', '229', '241', '242']);
/** Countries whose own numbers begin with a zero that is left out after the country's. */
const LEAVES_ZERO_OUT =
  /^\+(81|82|84|86|886|60|62|63|64|66|61|20|27|30|31|32|33|40|41|43|44|46|49|90|91|94|353|358|380|972)0/;
/** Codes of countries are of one, two or three digits (ITU-T E.164 list). */
const COUNTRY = /^\+([17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})(\d*)$/;
/** Where every number is as long; one digit more is a prefix of the country's own, one less a mistake. */
const LENGTHS: Readonly<Record<string, RegExp>> = {
  '1': /^[2-9]\d{9}$/,
  '7': /^\d{10}$/,
  '81': /^\d{9,10}$/,
  '370': /^\d{8}$/,
};
/** Numbers without a zero before them, in the country where they are written so. */
const OWN: Readonly<Record<string, RegExp>> = { '1': /^(?=[2-9]\d{9}$)/, '7': /^8(?=\d{10}$)/ };
/** Whoever writes the country's code and a zero in brackets says that the zero is left out from abroad. */
const ZERO_IN_BRACKETS = /^(\(?\+\d{1,3}\)?[\s.-]*)\(0\)/;

/** What the network would take for somebody else, or for nobody. */
function isSomebody(number: string): boolean {
  const [, country = '', own = ''] = COUNTRY.exec(number) ?? [];
  if (!KEEPS_ZERO.has(country) && own.startsWith('0')) return false;
  return LENGTHS[country]?.test(own) ?? true;
}

/** ITU-T E.164: fifteen digits at most; with fewer than seven nobody is meant. */
const DIALLED = /^\+[1-9]\d{6,14}$/;
const WRITTEN = /^[(\s]*\+?[\d()\-./\s]*\d$/;

/**
 * A telephone number as the network takes it, +819012345678, by what people write.
 * @param country where a number with a leading zero belongs
 * @returns undefined where it is none: nothing is dialled that might be somebody else
 */
export function dialled(written: string, country: string): string | undefined {
  const text = alikeHyphens(written).trim();
  if (!WRITTEN.test(text) || text.length > 40) return undefined;
  const abroad = ABROAD[country] ?? /^00/;
  const [, code = ''] = /^\(?\+(\d{1,3})/.exec(text) ?? [];
  const bare = (KEEPS_ZERO.has(code) ? text : text.replace(ZERO_IN_BRACKETS, '$1')).replace(/[^\d+]/g, '');
  const whole = bare.startsWith('+')
    ? bare
    : abroad.test(bare)
      ? `+${bare.replace(abroad, '')}`
      : bare.startsWith('00')
        ? `+${bare.slice(2)}`
        : bare.startsWith('0')
          ? `+${country}${KEEPS_ZERO.has(country) ? bare : bare.slice(1)}`
          : OWN[country]?.test(bare)
            ? `+${country}${bare.replace(OWN[country], '')}`
            : bare.startsWith(country) || /^1\d{10}$/.test(bare)
              ? `+${bare}`
              : '';
  const found = whole.replace(LEAVES_ZERO_OUT, '+$1');
  return DIALLED.test(found) && isSomebody(found) ? found : undefined;
}
