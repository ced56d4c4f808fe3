import fs from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { reportContent } from '../../../learn/cases/report-content.ts';
import { caseDocument } from '../../../learn/cases/schema.ts';
import { disclosed } from './disclosure.ts';

const port = caseDocument.parse(
  (
    parse(fs.readFileSync(new URL('../incidents/port.yaml', import.meta.url), 'utf8')) as Record<
      string,
      unknown
    >
  )['case'],
);
const words = (content: unknown): string => JSON.stringify(content);

test('C0-M5: the public edition holds what is published and general wording, and nothing else', async () => {
  const content = await reportContent([disclosed(port).document], 'ja', {
    figures: false,
    edition: 'public',
  });
  expect(words(content)).toContain('9時頃に警察に通報した');
  expect(words(content)).not.toContain('愛知県警察');
  expect(words(content)).not.toContain('脅迫文');
  expect(content.draft).toBeUndefined();
});

test('the internal edition holds everything, marked, with the words others read', async () => {
  const { cases, draft } = await reportContent([port], 'ja', { figures: false, edition: 'internal' });
  const items = cases[0]?.sections.flatMap((section) => section.items) ?? [];
  const of = (part: string) => items.find(({ text }) => text.some((each) => each.text.includes(part)));
  expect(of('LockBitの脅迫文')?.marks).toEqual(['公開しない']);
  expect(of('愛知県警察')?.marks).toEqual(['一般化して公開']);
  expect(of('愛知県警察')?.notes).toEqual(['公開時の文：9時頃に警察に通報した。']);
  expect(draft).toBe('内部用');
});

test('where no edition is told, general wording stands where it is', async () => {
  const content = await reportContent([port], 'en', { figures: false });
  expect(words(content)).toContain('The police were informed at about 9 a.m.');
  expect(words(content)).not.toContain('Aichi Prefectural');
});
