import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainFaultsOf, plainText, withPlainText } from './plain.ts';
import { cutAt, fitTo, isPlainText } from './text.ts';
import { readYaml } from './yaml.ts';

const anyText = fc.string({ unit: 'binary' }).chain((text) =>
  fc.array(fc.constantFrom('\u0000', '\ud83d', '\udc00', '長', '😀'), { maxLength: 3 }).map((odd) => {
    const middle = Math.floor(text.length / 2);
    return text.slice(0, middle) + odd.join('') + text.slice(middle);
  }),
);
const anyJson = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, anyText, fc.integer(), tie('list'), tie('record')),
  list: fc.array(tie('value'), { maxLength: 4 }),
  record: fc.dictionary(anyText, tie('value'), { maxKeys: 4 }),
})).value;
const fieldsOf = (value: unknown) => plainFaultsOf(value, 'body').map(({ field }) => field);

test('whatever is sent, made plain it has no fault and can be kept as JSON of PostgreSQL', () => {
  fc.assert(
    fc.property(anyJson, (value) => {
      const plain = withPlainText(value);
      expect(fieldsOf(plain)).toEqual([]);
      expect(JSON.stringify(plain)).not.toMatch(/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/i);
      if (fieldsOf(value).length === 0) expect(plain).toBe(value);
      else expect(plain).not.toEqual(value);
    }),
  );
});

test('plain text stays as it is; only what is odd is replaced', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(isPlainText(plainText(text))).toBe(true);
      if (isPlainText(text)) expect(plainText(text)).toBe(text);
      expect(plainText(text)).toHaveLength(text.length);
    }),
  );
});

test('every place is named: texts, names of fields, lists, at any depth', () => {
  expect(fieldsOf('\u0000')).toEqual(['body']);
  expect(fieldsOf({ a: 'x\ud83d', b: [{ 'k\u0000': 'fine' }, ['\udc00']], c: '😀', d: 1, e: null })).toEqual([
    'a',
    'b.0.k\uFFFD',
    'b.1.0',
  ]);
  const sent = Object.create(Object.create(null)) as Record<string, unknown>;
  sent['q'] = 'a\u0000';
  expect(fieldsOf(sent)).toEqual(['q']);
  expect(fieldsOf(Buffer.from([0]))).toEqual([]);
  const deep = JSON.parse(`${'[{"a":'.repeat(50_000)}"\\u0000"${'}]'.repeat(50_000)}`);
  expect(fieldsOf(deep)).toEqual([expect.stringMatching(/^(0\.a\.){10}…$/)]);
  expect(fieldsOf({ ['x'.repeat(1_000_000)]: '\u0000' })[0]?.length).toBe(80);
  expect(fieldsOf(Array(1_000).fill('\u0000'))).toHaveLength(50);
});

test('YAML and JSON that spell it by an escape are refused by the field', () => {
  for (const text of ['a: ["x", "y\\0"]', '{"a": ["x", "\\u0000"]}', 'a: ["x", "\\ud83d"]'])
    expect(() => readYaml(text, 1_000)).toThrow(
      expect.objectContaining({
        code: 'invalid',
        details: { fields: [expect.objectContaining({ field: 'a.1' })] },
      }),
    );
  expect(readYaml('a: "\\\\u0000"', 1_000)).toEqual({ a: '\\u0000' });
});

test('a text that is cut loses no half of a character', () => {
  expect(cutAt('ab😀', 3)).toBe('ab');
  expect(cutAt('ab😀', 4)).toBe('ab😀');
  expect([fitTo('ab😀', 4), fitTo('ab😀c', 4), fitTo('😀😀', 3)]).toEqual(['ab😀', 'ab…', '😀…']);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), (text, limit) => {
      expect(isPlainText(cutAt(text, limit).replaceAll('\u0000', ''))).toBe(true);
      expect(cutAt(text, limit).length).toBeLessThanOrEqual(limit);
    }),
  );
});
