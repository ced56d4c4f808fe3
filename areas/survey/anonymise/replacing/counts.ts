import type { Language } from '../../../../kernel/language.ts';

const ORDERS: readonly (readonly [from: number, ja: string, en: string])[] = [
  [1e9, '数十億', 'billions of'],
  [1e8, '数億', 'hundreds of millions of'],
  [1e7, '数千万', 'tens of millions of'],
  [1e6, '数百万', 'millions of'],
  [1e5, '数十万', 'hundreds of thousands of'],
  [1e4, '数万', 'tens of thousands of'],
  [1e3, '数千', 'thousands of'],
  [1e2, '数百', 'hundreds of'],
  [10, '数十', 'dozens of'],
  [0, '数', 'several'],
];

function written(value: number, language: Language): string {
  if (language === 'en') return value.toLocaleString('en');
  const parts: string[] = [];
  let rest = value;
  for (const [unit, size] of [
    ['億', 1e8],
    ['万', 1e4],
  ] as const)
    if (rest >= size) {
      parts.push(`${Math.floor(rest / size).toLocaleString('en')}${unit}`);
      rest %= size;
    }
  if (parts.length === 0) return value.toLocaleString('en');
  if (rest === 0) return parts.join('');
  return rest % 1_000 === 0
    ? `${parts.join('')}${rest / 1_000}千`
    : `${parts.join('')}${rest.toLocaleString('en')}`;
}

const roundedTo = (value: number, digits: number): number => {
  const size = 10 ** Math.max(0, Math.floor(Math.log10(value)) + 1 - digits);
  return Math.round(value / size) * size;
};

/**
 * A count as it may be published: rounded, and never what it was. One that is round already is told by its order alone.
 */
export function roundCount(value: number, language: Language): string {
  if (value >= 10)
    for (const digits of value >= 100 ? [2, 1] : [1]) {
      const rounded = roundedTo(value, digits);
      if (rounded !== value) return `${language === 'ja' ? '約' : 'about '}${written(rounded, language)}`;
    }
  const order = ORDERS.find(([from]) => value >= from) ?? ([0, '数', 'several'] as const);
  return language === 'ja' ? order[1] : order[2];
}
