import type { Section, Writing } from '../writing.ts';

/** Parties, and whom to reach there in an emergency. */
export function partiesChapter({ source, say, table }: Writing): Section {
  return {
    heading: say('parties'),
    note: '',
    tables: [
      table(
        '',
        [
          ['name', 4],
          ['reach', 5],
          ['emergency', 5],
          ['hours', 3],
        ],
        source.parties.map(({ name, contact, phone, email, hours, contracts }) => [
          name,
          [contact, phone, email].filter(Boolean).join('\n'),
          [
            ...new Set(
              contracts.flatMap(({ emergencyContact, directLine }) => [emergencyContact, directLine]),
            ),
          ]
            .filter(Boolean)
            .join('\n'),
          hours,
        ]),
      ),
    ],
  };
}
