import { expect, test } from 'vitest';
import { z } from 'zod';
import { REGISTERS } from '../../../../../areas/prepare/registers/words.ts';
import { enumWords, fieldWords } from './words.ts';

/** Every enum and every field within a shape, by its path. */
function walk(node: unknown, at: string, found: { enums: Map<string, string[]>; fields: Set<string> }): void {
  if (typeof node !== 'object' || node === null) return;
  const { enum: values, properties, ...rest } = node as { enum?: string[]; properties?: object };
  if (values) found.enums.set(at, values);
  for (const [name, field] of Object.entries(properties ?? {})) {
    found.fields.add(name);
    walk(field, `${at}.${name}`, found);
  }
  for (const each of Object.values(rest)) walk(each, at, found);
}

test('every field and every choice of every register has words: none shows its key', () => {
  const found = { enums: new Map<string, string[]>(), fields: new Set<string>() };
  for (const [name, { shape }] of Object.entries(REGISTERS))
    walk(z.toJSONSchema(shape, { io: 'input' }), name, found);
  expect(found.enums.size).toBeGreaterThan(8);
  expect([...found.enums].filter(([, values]) => !enumWords(values)).map(([at]) => at)).toEqual([]);
  expect([...found.fields].filter((name) => !fieldWords(name))).toEqual([]);
});
