/** 16 in kanji: 十六; up to 9999. */
function inKanji(value: number): string {
  const digits = '〇一二三四五六七八九';
  const units = ['', '十', '百', '千'];
  const parts = [...String(value)].reverse().map((digit, place) => {
    if (digit === '0') return '';
    return `${digit === '1' && place > 0 ? '' : digits[Number(digit)]}${units[place]}`;
  });
  return parts.reverse().join('');
}

const UNITS = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

/** A number of kanji with units, as digits; undefined where it is none. */
function fromKanji(text: string): number | undefined {
  let total = 0;
  let digit: number | undefined;
  for (const letter of text) {
    const unit = UNITS.get(letter);
    if (unit === undefined) {
      if (digit !== undefined) return undefined;
      digit = '〇一二三四五六七八九'.indexOf(letter);
      if (digit < 0) return undefined;
    } else {
      total += (digit ?? 1) * unit;
      digit = undefined;
    }
  }
  return total + (digit ?? 0);
}

/** A name whose number is written the other way: 第十六 and 第16. Single digits are one anyway. */
export function otherNumerals(name: string): string[] {
  const plain = name.normalize('NFKC');
  const digits = plain.replace(/[〇一二三四五六七八九十百千]{2,}/gu, (run) => {
    const value = /[十百千]/u.test(run) ? fromKanji(run) : undefined;
    return value === undefined ? run : String(value);
  });
  const tens = digits.replace(/(?<![\p{sc=Han}])十(?![\p{sc=Han}])|(?<=第)十/gu, '10');
  const kanji = plain.replace(/(?<![\d.,-])[1-9]\d{1,3}(?![\d.,-])/g, (run) => inKanji(Number(run)));
  return [...new Set([digits, tens, kanji])].filter((each) => each !== plain);
}
