import type { Section, Writing } from '../writing.ts';

const MOST_SYSTEMS = 5_000;

/** In which order systems are recovered. */
export function systemsChapter({ source, say, table }: Writing): Section {
  const left = source.systems.length - MOST_SYSTEMS;
  return {
    heading: say('systems'),
    note: say('systemsNote'),
    tables: [
      table(
        '',
        [
          ['step', 1],
          ['name', 6],
          ['impact', 3],
          ['rto', 3],
          ['because', 4],
        ],
        [
          ...source.systems
            .slice(0, MOST_SYSTEMS)
            .map((each, i) => [
              String(i + 1),
              each.name,
              `${each.impact ?? '—'}${each.needsOwner ? `\n${say('needsOwner')}` : ''}`,
              each.rtoMinutes === null ? '—' : say('minutes', { n: each.rtoMinutes }),
              each.becauseName ?? '',
            ]),
          ...(left > 0 ? [['', say('more', { n: left }), '', '', '']] : []),
        ],
      ),
    ],
  };
}
