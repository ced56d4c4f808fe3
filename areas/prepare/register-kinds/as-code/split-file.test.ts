import fs from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readYaml, writeYaml } from '../../../../kernel/yaml.ts';
import { splitFile } from './split-file.ts';

const MOST = 10_000_000;
/** What the thread makes of a file that is taken apart. */
function readInParts(text: string): unknown {
  const split = splitFile(text);
  if (!split) return readYaml(text, MOST);
  const systems = split.parts.flatMap((part) => readYaml(part.text, MOST, part.before) as unknown[]);
  return { ...(readYaml(split.rest, MOST) as object), ...(systems.length > 0 && { systems }) };
}

test('a file that is taken apart reads as the whole of it', () => {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom('- a', 'systems:', 'a\n\n  - b\n', '  - c: d', '# no', '多\n行\n'),
  );
  const entry = fc.dictionary(fc.constantFrom('key', 'name', 'note'), text, { minKeys: 1 });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 5 }), fc.array(entry, { maxLength: 3 }), (systems, parties) => {
      const written = writeYaml({ systems, registers: { parties } });
      expect(readInParts(written)).toEqual(readYaml(written, MOST));
    }),
    { numRuns: 200 },
  );
});

test.each(
  fs
    .readdirSync(new URL('../../../../cases/registers/', import.meta.url))
    .filter((file) => /^\d\d-/.test(file)),
)('and so do the registers of the case %s', (file) => {
  const text = fs.readFileSync(new URL(`../../../../cases/registers/${file}`, import.meta.url), 'utf8');
  expect(readInParts(text)).toEqual(readYaml(text, MOST));
});

test('thousands are read in several parts, and a fault says its line in the file', () => {
  const entries = Array.from({ length: 2_500 }, (_, n) => `  - key: k${n}\n    name: n`);
  const text = `# a head\nregisters: {}\nsystems:\n${entries.join('\n')}\n`;
  expect(splitFile(text)?.parts).toHaveLength(3);
  expect((readInParts(text) as { systems: unknown[] }).systems).toHaveLength(2_500);
  const broken = text.replace('key: k2400\n', 'key: "k2400\n');
  expect(() => readInParts(broken)).toThrow(/line (48\d\d|49\d\d|5\d\d\d)/);
});

test('what is written otherwise is read as a whole', () => {
  for (const text of ['systems: [{ key: a }]\n', '{"systems":[{"key":"a"}]}', 'registers: {}\n', ''])
    expect(splitFile(text)).toBeUndefined();
  expect(readInParts('systems:\n- key: a\n- key: b\nregisters:\n  parties: []\n')).toEqual({
    systems: [{ key: 'a' }, { key: 'b' }],
    registers: { parties: [] },
  });
});
