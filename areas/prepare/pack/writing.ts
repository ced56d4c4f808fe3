import { channelOfRoute } from '../../../channels/registry.ts';
import { type Language, listed } from '../../../kernel/language.ts';
import { fillIn } from '../../../kernel/text.ts';
import type { PackContent, PackTable } from '../../../report/document/pack-content.ts';
import type { PackSource } from './pack-source.ts';
import { PACK } from './words.ts';

export type Section = PackContent['sections'][number];
type Word = keyof typeof PACK;

/** What every chapter of the pack is written with: the registers, a language, and names for ids. */
export interface Writing {
  readonly source: PackSource;
  readonly language: Language;
  readonly say: (key: Word, values?: Readonly<Record<string, string | number>>) => string;
  readonly nameOf: (personId: string) => string;
  /** By what somebody is reached, a line a route. */
  readonly reachOf: (personId: string) => string;
  readonly rosterName: (key: string) => string;
  readonly table: (
    caption: string,
    columns: readonly (readonly [Word, number])[],
    rows: readonly (readonly string[])[],
  ) => PackTable;
  /** Behind a name, in the brackets of the language. */
  readonly aside: (words: string) => string;
  readonly list: (words: readonly string[]) => string;
}

const routeName = (kind: string, language: Language): string =>
  channelOfRoute(kind)?.route.short[language] ?? kind;

export function writingOf(source: PackSource, language: Language): Writing {
  const say: Writing['say'] = (key, values = {}) => fillIn(PACK[key][language], values);
  const people = new Map(source.people.map((person) => [person.id, person]));
  const routes = Map.groupBy(source.routes, ({ personId }) => personId);
  const aside = (words: string): string => (language === 'ja' ? `（${words}）` : ` (${words})`);
  return {
    source,
    language,
    say,
    aside,
    list: (words) => listed(words, language),
    nameOf: (id) => people.get(id)?.name ?? '?',
    reachOf: (id) => {
      const own = routes.get(id) ?? [];
      const person = people.get(id);
      if (own.length === 0) return person ? `${routeName('email', language)} ${person.email}` : '';
      return own
        .map(({ kind, address, note }) => `${routeName(kind, language)} ${address}${note ? aside(note) : ''}`)
        .join('\n');
    },
    rosterName: (key) => say('byRoster', { name: source.rosters.get(key) ?? key }),
    table: (caption, columns, rows) => ({
      caption,
      columns: columns.map(([key]) => say(key)),
      widths: columns.map(([, width]) => width),
      rows,
    }),
  };
}
