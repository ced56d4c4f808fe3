import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readYaml, writeYaml } from './yaml.ts';

const ODD = ['yes', 'No', 'on', 'OFF', 'y', 'n', '~', 'null', '', '17:15', '1:30:00', '0123', '0o17', '0x1F', '1e3', '1.10', '.5', '1_000', '-0', '2026-12-01', '2026-12-01T08:30:00Z', '=', '<<', '.inf', 'true', '+81', ' a', 'a: b', '- a', '#a', '090-1234-5678', '09012345678']; // biome-ignore format: a list

test.each(ODD)('%j is written so that every reader takes it for text', (text) => {
  const written = writeYaml({ field: text });
  expect(readYaml(written, 1_000)).toEqual({ field: text });
  for (const version of ['1.1', '1.2'] as const) expect(parse(written, { version })).toEqual({ field: text });
  // What tells the readers of others: quotes.
  if (/^[\d=<~.+]|^(y|n|yes|no|on|off|null|true)$/i.test(text) && !/^09.*-/.test(text))
    expect(written).toMatch(/^field: ["']/);
});

test('texts of any kind come back as they were, in both versions of YAML', () => {
  const text = fc.oneof(fc.string(), fc.constantFrom(...ODD), fc.stringMatching(/^[0-9:_.eE+-]{1,8}$/));
  fc.assert(
    fc.property(
      fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), fc.oneof(text, fc.integer(), fc.boolean())),
      (value) => {
        const written = writeYaml(value);
        expect(parse(written, { version: '1.1' })).toEqual({ ...value });
        expect(parse(written, { version: '1.2' })).toEqual({ ...value });
      },
    ),
    { numRuns: 300 },
  );
});

test('words of people stand without quotes', () => {
  expect(writeYaml({ name: '料金システム', note: 'in the house' })).toBe(
    'name: 料金システム\nnote: in the house\n',
  );
});
