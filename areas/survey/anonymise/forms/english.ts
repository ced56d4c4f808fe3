import { COMMON } from './words.ts';

const LATIN = /^[\p{sc=Latn}\p{N}\p{P}\p{S}\s]+$/u;
const LITTLE = /^(?:of|the|and|for|in|on|at|to|&|de|la|le|du|von|van)$/i;

export const isLatin = (name: string): boolean => LATIN.test(name) && /\p{sc=Latn}/u.test(name);
const wordsOf = (name: string): string[] =>
  name.split(/[\s,/]+|(?<=\p{L})-(?=\p{L})/u).filter((word) => /[\p{L}\p{N}]/u.test(word));

/** Nagoya United Terminal System is NUTS; with and without its little words. */
export function initialsOf(name: string): string[] {
  if (!isLatin(name)) return [];
  const words = wordsOf(name.replace(/\([^)]*\)/g, ' ')).filter((word) => /^\p{L}/u.test(word));
  const of = (some: readonly string[]): string => some.map((word) => word[0]?.toUpperCase() ?? '').join('');
  const large = words.filter((word) => !LITTLE.test(word));
  return [...new Set([of(words), of(large)])].filter((initials) => initials.length >= 3);
}

/** The same name said another way: Port of Nagoya and Nagoya Port, A & B and A and B, without an article. */
export function turnedNames(name: string): string[] {
  if (!isLatin(name)) return [];
  const bare = name.replace(/^the\s+/i, '');
  const of = /^(.+?)\s+of\s+(?:the\s+)?(.+)$/i.exec(bare);
  const two = /^([\p{L}-]+)\s+([\p{L}-]+)$/u.exec(bare);
  return [
    bare,
    ...(of ? [`${of[2]} ${of[1]}`] : []),
    ...(two && COMMON.has((two[2] ?? '').toLowerCase()) ? [`${two[2]} of ${two[1]}`] : []),
    ...(/\s(?:&|and)\s/i.test(bare)
      ? [bare.replace(/\s(?:&|and)\s/gi, ' and '), bare.replace(/\s(?:&|and)\s/gi, ' ')]
      : []),
  ];
}

/** A product without its model or version: FortiGate 60E is FortiGate. */
export function withoutModel(name: string): string[] {
  const words = name.split(/\s+/);
  while (words.length > 1 && /\d|^(?:ver|version|v|release)\.?$/i.test(words.at(-1) ?? '')) words.pop();
  const bare = words.join(' ');
  return bare !== name && bare.length >= 4 && !COMMON.has(bare.toLowerCase()) ? [bare] : [];
}

/** The part of a domain or of an address that names its house: meikoukyo of info@www.meikoukyo.com. */
export function housesOfAddress(name: string): string[] {
  const host = /(?:^|@|\/\/)((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})(?:[/:?#]|$)/u.exec(name)?.[1];
  if (!host) return [];
  const parts = host.split('.');
  const general =
    /^(?:www\d?|mail|smtp|ftp|vpn|co|or|go|ac|ed|lg|ne|gr|com|net|org|info|biz|gov|edu|io|jp|us|uk|de|fr|local|example)$/i;
  const named = parts.filter(
    (part) => !general.test(part) && part.length >= 4 && !COMMON.has(part.toLowerCase()),
  );
  return [host, ...named];
}
