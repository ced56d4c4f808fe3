import fs from 'node:fs';
import { expect, test } from 'vitest';
import { reportContent } from '../content/schema.ts';
import { readFormOnThread } from './index.ts';

/** Forms that LibreOffice opened and saved; where they are from stands beside them. */
const saved = (name: string): Buffer =>
  fs.readFileSync(new URL(`../../../test/fixtures/forms/${name}`, import.meta.url));

test('a form that was printed with a report and saved by LibreOffice reads back as that report', async () => {
  const report = reportContent.parse(JSON.parse(saved('saved-ja.json').toString()));
  expect(await readFormOnThread(saved('saved-ja.xlsx'), 'ja')).toEqual({ report, faults: [] });
});

test('a form that was filled in and saved by LibreOffice is read, numbers for dates included', async () => {
  const { report, faults } = await readFormOnThread(saved('saved-en.xlsx'), 'en');
  expect(faults).toEqual([]);
  const value = (told: unknown) => ({ is: 'value', value: told });
  expect(report).toMatchObject({
    operator: { name: 'Tozai Power' },
    sector: value('power'),
    eventType: value('malware'),
    outline: value('=Not a formula\nsecond line, 𠮷 😀'),
    times: {
      occurred: value({ at: '2024-05-01T09:00:00+09:00', precision: 'minute' }),
      noticed: value({ at: '2024-05-01T09:05:00+09:00', precision: 'about' }),
      judged: { is: 'notKnown' },
    },
    causes: value(['suspiciousMail', 'vulnerability']),
    effect: { users: value({ low: 100, high: 200 }), machines: value({ low: 1_200, high: 1_200 }) },
    steps: [{ text: 'Isolated the network', outcome: 'effective' }, { text: 'Restored from backup' }],
    publication: { is: 'withheld', reason: 'not decided' },
  });
});

test.each([
  ['saved-en.ods', 'OpenDocument'],
  ['saved-en.xls', 'old .xls'],
  ['saved-en.csv', 'text file'],
])('the same saved as %s is told what it is', async (name, said) => {
  const { report, faults } = await readFormOnThread(saved(name), 'en');
  expect(report).toEqual(reportContent.parse({}));
  expect(faults).toEqual([{ sheet: '', cell: '', field: 'file', text: expect.stringContaining(said) }]);
});
