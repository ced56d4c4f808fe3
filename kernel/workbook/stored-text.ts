/** What XML cannot hold, and what would be read as one of the numbers that stand for it, is written by its number. */
const BY_NUMBER = /_(?=x[\da-f]{4}_)|[\p{Cc}\p{Noncharacter_Code_Point}\ufffd]/giu;
const KEPT = ['\t', '\n'];
const numbered = (text: string): string =>
  [...Array(text.length).keys()]
    .map((n) => `_x${text.charCodeAt(n).toString(16).toUpperCase().padStart(4, '0')}_`)
    .join('');
/** Names that every object has: the library that writes workbooks would take them for texts it has met already. */
const isTaken = (text: string): boolean => text in Object.prototype;

/** A text as it may be handed to the library that writes workbooks, so that a reader shows it as it is. */
export const storable = (text: string): string =>
  isTaken(text) ? numbered(text.charAt(0)) + text.slice(1) : withoutOdd(text);
const withoutOdd = (text: string): string =>
  text.replace(BY_NUMBER, (each) => (KEPT.includes(each) ? each : numbered(each)));
