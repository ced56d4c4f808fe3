import type { Section, Writing } from '../writing.ts';

/** Everybody, and by what they are reached. */
export function peopleChapter({ source, say, reachOf, table }: Writing): Section {
  return {
    heading: say('people'),
    note: '',
    tables: [
      table(
        '',
        [
          ['name', 4],
          ['reach', 7],
        ],
        source.people.map(({ id, name }) => [name, reachOf(id)]),
      ),
    ],
  };
}
