import type { Found, FoundGroup } from '../../../../areas/find/schema.ts';
import type { Bilingual } from '../../../../kernel/language.ts';
import { foldKana } from '../../../../kernel/text.ts';

/** One line of the palette. */
export interface Line {
  readonly key: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly hotkey?: string | undefined;
  readonly run: () => void;
}
export interface LineGroup {
  readonly key: string;
  readonly name: string;
  readonly lines: readonly Line[];
}

/** So many pages are shown beside what was found; all of them where nothing was typed. */
const PAGES_BESIDE = 5;

/** Found by its word in either language, in whichever kana. */
export const isMeant = (said: string, ...by: readonly Bilingual[]): boolean => {
  const text = by.map(({ ja, en }) => foldKana(`${ja} ${en}`)).join(' ');
  return foldKana(said)
    .split(' ')
    .every((word) => text.includes(word));
};

/** What was opened before stands before its like. */
const recentFirst = (things: readonly Found[], recent: readonly Found[]): Found[] => {
  const at = ({ address }: Found): number => {
    const place = recent.findIndex((each) => each.address === address);
    return place < 0 ? recent.length : place;
  };
  return things.toSorted((a, b) => at(a) - at(b));
};

/** Everything there is to choose from: nothing typed shows where one was, can do and can go; else what fits. */
export function arrange({
  said,
  acts,
  always,
  pages,
  incidents,
  recent,
  found,
  lineOf,
  names,
}: {
  readonly said: string;
  /** Already those that are meant, by the place they belong to. */
  readonly acts: readonly LineGroup[];
  readonly always: readonly LineGroup[];
  readonly pages: readonly Line[];
  readonly incidents: readonly Line[];
  readonly recent: readonly Found[];
  readonly found: readonly FoundGroup[];
  readonly lineOf: (thing: Found) => Line;
  readonly names: Readonly<Record<'pages' | 'incidents' | 'recent', string>>;
}): LineGroup[] {
  const group = (key: string, name: string, lines: readonly Line[]): LineGroup => ({ key, name, lines });
  const groups =
    said === ''
      ? [
          group('recent', names.recent, recent.map(lineOf)),
          ...acts,
          group('incidents', names.incidents, incidents),
          group('pages', names.pages, pages),
          ...always,
        ]
      : [
          ...acts,
          group('pages', names.pages, pages.slice(0, PAGES_BESIDE)),
          ...found.map(({ kind, name, things }) =>
            group(kind, name, recentFirst(things, recent).map(lineOf)),
          ),
          ...always,
        ];
  return onceEach(groups).filter(({ lines }) => lines.length > 0);
}

/** What stands in two groups is one line, where it comes first: otherwise the arrows would light both. */
function onceEach(groups: readonly LineGroup[]): LineGroup[] {
  const seen = new Set<string>();
  return groups.map((group) => ({
    ...group,
    lines: group.lines.filter(({ key }) => !seen.has(key) && seen.add(key)),
  }));
}
