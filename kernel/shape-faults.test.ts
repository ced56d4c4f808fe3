import { expect, test } from 'vitest';
import { z } from 'zod';
import { mailAddress } from './addresses.ts';
import { asking } from './language.ts';
import { fieldFaultsOf } from './shape-faults.ts';

const faultsOf = (shape: z.ZodType, value: unknown) =>
  fieldFaultsOf(shape.safeParse(value).error as z.ZodError, 'body');
const ANY: [z.ZodType, unknown, RegExp][] = [
  [z.string(), 5, /引用符/],
  [z.string(), null, /引用符/],
  [z.string(), true, /引用符/],
  [z.string(), undefined, /入力してください/],
  [z.string(), [], /文字で入力して/],
  [z.string().min(1), '', /入力してください/],
  [z.string().min(3), 'a', /3文字以上/],
  [z.string().max(3), 'abcd', /3文字以内/],
  [z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/), 'x', /08:30/],
  [z.string().regex(/^unheard-of$/), 'x', /入力形式を確認して/],
  [z.string().startsWith('x'), 'a', /入力形式を確認して/],
  [z.int().min(1), 0, /1以上/],
  [z.int().max(5), 9, /5以下/],
  [z.int(), 1.5, /整数/],
  [z.int(), 1e300, /./],
  [z.number(), 'x', /数値で入力して/],
  [z.coerce.number(), 'x', /数値で入力して/],
  [z.number().positive(), 0, /0より大きく/],
  [z.number().multipleOf(5), 3, /5の倍数/],
  [z.boolean(), 'x', /はい/],
  [z.array(z.string()), 'x', /一覧/],
  [z.array(z.string()).min(1), [], /1つ以上/],
  [z.array(z.string()).min(2), ['a'], /2個以上/],
  [z.array(z.string()).max(1), ['a', 'b'], /1個以内/],
  [z.object({}), [], /項目と値の組/],
  [z.strictObject({}), { colour: 1 }, /colour/],
  [z.enum(['a', 'b']), 'c', /a, b/],
  [z.literal(true), false, /true/],
  [z.uuid(), 'x', /一覧から/],
  [z.iso.date(), '2026-02-30', /2026-11-24/],
  [z.iso.time(), 'x', /08:30/],
  [z.iso.datetime(), 'x', /2026-11-24T08:30/],
  [z.url(), 'x', /https/],
  [z.email(), 'x', /name@/],
  [mailAddress, 'x', /name@/],
  [z.ipv4(), 'x', /入力形式/],
  [z.base64(), '!', /入力形式/],
  [z.union([z.int(), z.string()]), true, /./],
  [z.union([z.int().max(3), z.null()]), 5, /3以下/],
  [z.discriminatedUnion('k', [z.object({ k: z.literal('a') })]), { k: 'b' }, /いずれかを指定してください：a/],
  [z.record(z.string().regex(/^\d{2}-\d{2}$/), z.string()), { b: 'x' }, /12-29/],
  [z.string().refine(() => false), 'x', /入力形式/],
  [z.string().refine(() => false, { message: 'RFC 3339' }), 'x', /2026-11-24T08:30/],
  [z.string().refine(() => false, { message: 'cause.band' }), 'x', /入力形式/],
  [z.string().refine(() => false, asking({ ja: '値を書いてください', en: 'Write a value' })), 'x', /^値を/],
]; // biome-ignore format: a table

/** Words of a machine: patterns, types, comparison signs. */
const MACHINE =
  /\/\^|\\d|\bstring\b|\bnumber:|\binput\b|\bundefined\b|[<>]=|Invalid|expected|received|無効な|小さすぎる|大きすぎる/;

test.each(ANY)('%#: what is wrong is told in words of people', (shape, value, wanted) => {
  const [fault] = faultsOf(shape, value);
  expect(fault?.mend.ja).toMatch(wanted);
  expect(fault?.mend.ja).not.toMatch(MACHINE);
  expect(fault?.mend.en).not.toMatch(MACHINE);
  expect(fault?.mend.en).toMatch(/^[A-Z]/);
});

test('the place is named, also within what stands under another name', () => {
  const shape = z.object({ systems: z.array(z.object({ key: z.string() })) });
  const { error } = shape.safeParse({ systems: [{ key: 123 }] });
  expect(fieldFaultsOf(error as z.ZodError, 'file', ['settings'])[0]?.field).toBe('settings.systems.0.key');
  expect(faultsOf(z.object({}), 1)[0]?.field).toBe('body');
});

test('what is of another type is told once, and not how long it should be', () => {
  const shape = z.object({ name: z.string().trim().min(2), n: z.int() });
  expect(faultsOf(shape, { name: [], n: 1.5 }).map(({ field }) => field)).toEqual(['name', 'n']);
});
