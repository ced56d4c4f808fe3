import type { Section, Writing } from '../writing.ts';

/** Who is on duty: first, and changing by itself. */
export function dutyChapter({ source, say, nameOf, reachOf, table }: Writing): Section {
  return {
    heading: say('duty'),
    note: say('dutyNote'),
    tables: [
      table(
        say('dutyList'),
        [
          ['step', 1],
          ['name', 4],
          ['reach', 7],
        ],
        source.dutyList.map((id, i) => [String(i + 1), nameOf(id), reachOf(id)]),
      ),
      ...[...Map.groupBy(source.shifts, ({ roster }) => roster)].map(([roster, shifts]) =>
        table(
          `${say('roster')}: ${roster}`,
          [
            ['day', 3],
            ['hoursOn', 4],
            ['name', 5],
          ],
          shifts.map(({ day, hours, personId }) => [day, hours, personId === null ? '—' : nameOf(personId)]),
        ),
      ),
    ],
  };
}
