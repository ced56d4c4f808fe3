const SECONDS_A_DAY = 86_400;
/** The day that spreadsheets count and the calendar does not have. */
const NO_SUCH_DAY = 60;
/** A double holds so many digits. */
const MOST_DIGITS = 15;

/** What formats without a code of their own look like (ECMA-376-1 18.8.30), dates as a Japanese spreadsheet shows them. */
const BUILT_IN: Readonly<Record<number, string>> = {
  0: 'General', 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 11: '0.00E+00',
  14: 'yyyy/m/d', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy', 18: 'h:mm AM/PM', 19: 'h:mm:ss AM/PM', 20: 'h:mm', 21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm', 27: 'ge.m.d', 28: 'ggge"年"m"月"d"日"', 29: 'ggge"年"m"月"d"日"', 30: 'm/d/yy', 31: 'yyyy"年"m"月"d"日"',
  32: 'h"時"mm"分"', 33: 'h"時"mm"分"ss"秒"', 34: 'yyyy"年"m"月"', 35: 'm"月"d"日"', 36: 'ge.m.d', 37: '#,##0;(#,##0)', 38: '#,##0;(#,##0)',
  39: '#,##0.00;(#,##0.00)', 40: '#,##0.00;(#,##0.00)', 45: 'mm:ss', 46: '[h]:mm:ss', 47: 'mmss.0', 48: '##0.0E+0', 49: '@', 50: 'ge.m.d',
  51: 'ggge"年"m"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'ggge"年"m"月"d"日"', 55: 'yyyy"年"m"月"', 56: 'm"月"d"日"',
  57: 'ge.m.d', 58: 'ggge"年"m"月"d"日"',
}; // biome-ignore format: a table
export const builtInFormat = (id: number): string => BUILT_IN[id] ?? 'General';

const ERAS = [
  { from: '2019-05-01', long: '令和', letter: 'R' },
  { from: '1989-01-08', long: '平成', letter: 'H' },
  { from: '1926-12-25', long: '昭和', letter: 'S' },
  { from: '1912-07-30', long: '大正', letter: 'T' },
  { from: '1868-01-25', long: '明治', letter: 'M' },
] as const;
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const DAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const JAPANESE_DAYS = '月火水木金土日';

/** What stands in quotes or after a backslash is shown as it is; everything else means something. */
const TOKEN =
  /"([^"]*)"|\\(.)|_.|\*.|\[([^\]]*)\]|(General)|(AM\/PM|A\/P)|(E[+-])|(y+|m+|d+|h+|s+|g+|e+|a{3,4})|([0#?])|(\.0+(?=$|[^#?0]))|([.,%@/])|([\s\S])/giy;

interface Token {
  readonly kind: 'text' | 'bracket' | 'general' | 'half' | 'power' | 'date' | 'digit' | 'mark' | 'fraction';
  readonly text: string;
}

function tokensOf(code: string): Token[] {
  const found: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let part = TOKEN.exec(code); part; part = TOKEN.exec(code)) {
    const [whole, quoted, escaped, bracket, general, half, power, date, digit, fraction, mark, other] = part;
    const add = (kind: Token['kind'], text: string) => found.push({ kind, text });
    if (quoted !== undefined || escaped !== undefined) add('text', quoted ?? escaped ?? '');
    else if (bracket !== undefined) {
      // The sign of a currency stands in brackets, with the language whose it is.
      const sign = /^\$([^-]+)/.exec(bracket)?.[1];
      add(sign === undefined ? 'bracket' : 'text', sign ?? bracket);
    } else if (general) add('general', general);
    else if (half) add('half', half);
    else if (power) add('power', power);
    else if (date) add('date', date.toLowerCase());
    else if (digit) add('digit', digit);
    else if (fraction) add('fraction', fraction);
    else if (mark) add('mark', mark);
    else if (other !== undefined) add('text', other);
    // A blank as wide as a letter, and what fills a cell, are not seen in a text.
    else if (whole.startsWith('_')) add('text', ' ');
  }
  return found;
}

/** Sections for numbers above, below and at zero, and for texts; a semicolon in quotes parts none. */
const sectionsOf = (code: string): string[] =>
  (code.match(/(?:"[^"]*"|\\.|[^;"\\])+|(?<=;|^)(?=;|$)/g) ?? ['General']).slice(0, 4);

const ELAPSED = /^(h+|m+|s+)$/i;
const isDate = (tokens: readonly Token[]): boolean =>
  tokens.some(({ kind, text }) => kind === 'date' || (kind === 'bracket' && ELAPSED.test(text)));

const CONDITION = /^(<=|>=|<>|<|>|=)(-?[\d.]+)$/;
function holds(bracket: string, value: number): boolean | undefined {
  const [, sign, than] = CONDITION.exec(bracket) ?? [];
  if (sign === undefined) return undefined;
  const other = Number(than);
  return { '<': value < other, '>': value > other, '<=': value <= other, '>=': value >= other, '=': value === other, '<>': value !== other }[sign]; // biome-ignore format: a table
}

/**
 * A number as a spreadsheet shows it by its format.
 * @returns undefined where it shows no such value, or would show digits that it has lost
 */
export function shownNumber(value: number, code: string, from1904: boolean): string | undefined {
  const sections = sectionsOf(code).map(tokensOf);
  const conditional = sections.findIndex((tokens) =>
    tokens.some(({ kind, text }) => kind === 'bracket' && holds(text, value) === true),
  );
  const conditions = sections.some((tokens) =>
    tokens.some(({ kind, text }) => kind === 'bracket' && CONDITION.test(text)),
  );
  const bySign = value < 0 && sections.length > 1 ? 1 : value === 0 && sections.length > 2 ? 2 : 0;
  const chosen = conditions ? (conditional >= 0 ? conditional : sections.length - 1) : bySign;
  const tokens = sections[chosen] ?? [];
  if (isDate(tokens)) return shownTime(value, tokens, from1904);
  // A section for what is below zero says itself how that is seen.
  return shownDigits(chosen > 0 && value < 0 ? -value : value, tokens);
}

/** As a cell without a format shows it, but for all digits that are left. */
function plainNumber(value: number): string | undefined {
  if (Math.abs(value) >= 10 ** MOST_DIGITS) return undefined;
  return String(Number(value.toPrecision(MOST_DIGITS)));
}

function shownDigits(value: number, tokens: readonly Token[]): string | undefined {
  const marks = tokens.filter(({ kind }) => kind === 'mark' || kind === 'fraction');
  const general = tokens.some(({ kind, text }) => kind === 'general' || (kind === 'mark' && text === '@'));
  const digits = tokens.some(({ kind }) => kind === 'digit' || kind === 'fraction');
  if (Math.abs(value) >= 10 ** MOST_DIGITS) return undefined;
  if (general || (digits && marks.some(({ text }) => text === '/'))) {
    const plain = plainNumber(value);
    return general && plain !== undefined
      ? tokens
          .map(({ kind, text }) => (kind === 'text' ? text : kind === 'general' || text === '@' ? plain : ''))
          .join('')
      : plain;
  }
  if (!digits) return tokens.map(({ kind, text }) => (kind === 'text' ? text : '')).join('');
  const percent = marks.filter(({ text }) => text === '%').length;
  const power = tokens.findIndex(({ kind }) => kind === 'power');
  if (power >= 0) return scientific(value, tokens, power);
  const point = tokens.findIndex(
    ({ kind, text }) => kind === 'fraction' || (kind === 'mark' && text === '.'),
  );
  const whole = point < 0 ? tokens : tokens.slice(0, point);
  const after = point < 0 ? [] : tokens.slice(point);
  const lastDigit = whole.findLastIndex(({ kind }) => kind === 'digit');
  const commas = whole.flatMap((token, at) => (token.kind === 'mark' && token.text === ',' ? [at] : []));
  const lastPlace = tokens.findLastIndex(({ kind }) => kind === 'digit' || kind === 'fraction');
  const thousands = tokens.filter(
    ({ kind, text }, at) => kind === 'mark' && text === ',' && at > lastPlace,
  ).length;
  const grouped = commas.some((at) => at < lastDigit);
  const places = after.flatMap(({ kind, text }) =>
    kind === 'digit' ? [text] : kind === 'fraction' ? [...text.slice(1)] : [],
  );
  const scaled = (Math.abs(value) * 100 ** percent) / 1_000 ** thousands;
  const fixed = Number(scaled.toPrecision(MOST_DIGITS)).toFixed(Math.min(places.length, 20));
  const [before = '', behind = ''] = fixed.split('.');
  const sign = value < 0 && Number(fixed) !== 0 ? '-' : '';
  const least = places.lastIndexOf('0') + 1;
  const rest = behind.slice(0, least) + behind.slice(least).replace(/0+$/, '');
  return sign + wholeDigits(before, whole, grouped) + fractionOf(rest, after);
}

/** Digits are dealt to their places from the right; what has no place left stands before the first. */
function wholeDigits(digits: string, tokens: readonly Token[], grouped: boolean): string {
  const places = tokens.filter(({ kind }) => kind === 'digit').length;
  const firstDigit = tokens.findIndex(({ kind }) => kind === 'digit');
  let left = digits === '0' ? '' : digits;
  let dealt = 0;
  const shown: string[] = [];
  const withComma = (text: string): string => (grouped && dealt > 0 && dealt % 3 === 0 ? `${text},` : text);
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    const { kind, text } = tokens[at] as Token;
    if (kind === 'text') shown.unshift(text);
    else if (kind === 'mark' && text === '%') shown.unshift('%');
    else if (kind === 'digit') {
      const rounds = at === firstDigit ? Math.max(1, left.length) : 1;
      for (let n = 0; n < rounds; n += 1) {
        const digit = left.at(-1) ?? (text === '0' ? '0' : text === '?' ? ' ' : '');
        left = left.slice(0, -1);
        if (digit !== '') {
          shown.unshift(withComma(digit));
          dealt += 1;
        }
      }
    }
  }
  return places === 0 ? shown.join('') + left : shown.join('');
}

function fractionOf(digits: string, tokens: readonly Token[]): string {
  let left = digits;
  return tokens
    .map(({ kind, text }) => {
      if (kind === 'text') return text;
      if (kind === 'mark') return text === '.' && digits !== '' ? '.' : text === '%' ? '%' : '';
      const places = kind === 'fraction' ? text.length - 1 : kind === 'digit' ? 1 : 0;
      const own = left.slice(0, places);
      left = left.slice(places);
      return kind === 'fraction' && own !== '' ? `.${own}` : own;
    })
    .join('');
}

function scientific(value: number, tokens: readonly Token[], power: number): string {
  const places = tokens
    .slice(0, power)
    .reduce((sum, { kind, text }) => (kind === 'fraction' ? sum + text.length - 1 : sum), 0);
  const [mantissa = '', exponent = '0'] = value.toExponential(Math.min(places, 20)).split('e');
  const width = tokens.slice(power).filter(({ kind }) => kind === 'digit').length;
  const sign = exponent.startsWith('-') ? '-' : '+';
  return `${mantissa}E${sign}${exponent.replace(/^[+-]/, '').padStart(width, '0')}`;
}

/** The moment a serial number of a spreadsheet means, to the second; nothing of a zone is in it. */
export function momentOf(serial: number, from1904: boolean): Temporal.PlainDateTime | undefined {
  const seconds = Math.round(serial * SECONDS_A_DAY);
  const days = Math.floor(seconds / SECONDS_A_DAY);
  if (days < 0 || (!from1904 && days === NO_SUCH_DAY) || days > 2_958_465) return undefined;
  const begin = from1904 ? '1904-01-01' : days < NO_SUCH_DAY ? '1899-12-31' : '1899-12-30';
  return Temporal.PlainDate.from(begin)
    .toPlainDateTime()
    .add({ days, seconds: seconds - days * SECONDS_A_DAY });
}

/** An empty cell that another points at is the day before the first: a time of day by itself, and no date. */
const namesDay = (tokens: readonly Token[]): boolean =>
  tokens.some(({ kind, text }) => kind === 'date' && /^[ydgea]/.test(text));

function shownTime(serial: number, tokens: readonly Token[], from1904: boolean): string | undefined {
  const at = momentOf(serial, from1904);
  if (!at || (!from1904 && serial < 1 && namesDay(tokens))) return undefined;
  const half = tokens.some(({ kind }) => kind === 'half');
  const gannen = tokens.some(({ kind, text }) => kind === 'bracket' && /gannen/i.test(text));
  const whole = Math.round(serial * SECONDS_A_DAY);
  const dates = tokens.map(({ kind, text }, n) => (kind === 'date' || (kind === 'bracket' && ELAPSED.test(text)) ? n : -1)).filter((n) => n >= 0); // biome-ignore format: one thing
  return tokens
    .map(({ kind, text }, n) => {
      if (kind === 'text') return text;
      if (kind === 'half')
        return at.hour < 12 ? (text.length > 3 ? 'AM' : 'A') : text.length > 3 ? 'PM' : 'P';
      if (kind === 'bracket') return elapsed(text.toLowerCase(), whole);
      if (kind === 'mark') return text === '@' ? '' : text;
      if (kind === 'fraction') return text;
      if (kind !== 'date') return '';
      const near = (step: number) => tokens[dates[dates.indexOf(n) + step] ?? -1]?.text.toLowerCase() ?? '';
      const minute = text.startsWith('m') && text.length < 3 && (/^h/.test(near(-1)) || /^s/.test(near(1)));
      return minute ? padded(at.minute, text.length) : datePart(text, at, half, gannen);
    })
    .join('');
}

const padded = (n: number, width: number): string => String(n).padStart(width, '0');

function elapsed(text: string, seconds: number): string {
  if (/^h+$/.test(text)) return padded(Math.floor(seconds / 3_600), text.length);
  if (/^m+$/.test(text)) return padded(Math.floor(seconds / 60), text.length);
  return /^s+$/.test(text) ? padded(seconds, text.length) : '';
}

function datePart(text: string, at: Temporal.PlainDateTime, half: boolean, gannen: boolean): string {
  const day = at.toPlainDate().toString();
  const era = ERAS.find(({ from }) => from <= day);
  const eraYear = era ? at.year - Number(era.from.slice(0, 4)) + 1 : at.year;
  const hour = half ? at.hour % 12 || 12 : at.hour;
  const width = Math.min(text.length, 2);
  switch (text[0]) {
    case 'y':
      return text.length > 2 ? padded(at.year, 4) : padded(at.year % 100, 2);
    case 'm': {
      const name = MONTHS[at.month - 1] ?? '';
      return text.length > 3 ? name : text.length === 3 ? name.slice(0, 3) : padded(at.month, width);
    }
    case 'd': {
      const name = DAYS[at.dayOfWeek - 1] ?? '';
      return text.length > 3 ? name : text.length === 3 ? name.slice(0, 3) : padded(at.day, width);
    }
    case 'a':
      return `${JAPANESE_DAYS[at.dayOfWeek - 1] ?? ''}${text.length > 3 ? '曜日' : ''}`;
    case 'h':
      return padded(hour, width);
    case 's':
      return padded(at.second, width);
    case 'g':
      return era ? (text.length > 2 ? era.long : text.length === 2 ? era.long.slice(0, 1) : era.letter) : '';
    default:
      return gannen && eraYear === 1 ? '元' : padded(eraYear, width);
  }
}

/** How exactly a format shows a moment: to the second, the minute, the day or the month; undefined of one that shows none. */
export function datedBy(code: string): 'second' | 'minute' | 'day' | 'month' | undefined {
  const [tokens = []] = sectionsOf(code).map(tokensOf);
  if (!namesDay(tokens)) return undefined;
  const shows = (letters: RegExp) => tokens.some(({ kind, text }) => kind === 'date' && letters.test(text));
  if (shows(/^s/)) return 'second';
  if (shows(/^h/)) return 'minute';
  return shows(/^d/) ? 'day' : 'month';
}
