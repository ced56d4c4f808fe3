import { expect, test } from 'vitest';
import { z } from 'zod';
import { contracts as accounts } from '../../apps/server/auth/contract.ts';
import { firstAdministrator } from '../../apps/server/auth/first-administrator.ts';
import { fieldWord } from '../../apps/server/http/field-words.ts';
import { FILE_ROUTES } from '../../apps/server/http/file-routes.ts';
import { listContracts } from '../../areas/contract.ts';
import { CONTRACTS } from '../../areas/contracts.ts';
import { productFiles } from './source-tree.ts';

/** Every name of a field in a shape, however deep it lies. */
function namesIn(shape: z.core.$ZodType | undefined): string[] {
  const def = shape?._zod.def;
  if (!def) return [];
  if (shape instanceof z.ZodObject)
    return Object.entries(shape.shape).flatMap(([name, inner]) => [name, ...namesIn(inner as z.ZodType)]);
  if (shape instanceof z.ZodArray) return namesIn(shape.element);
  if (shape instanceof z.ZodRecord) return namesIn(shape.valueType);
  if (shape instanceof z.ZodUnion) return shape.options.flatMap((each) => namesIn(each));
  if (shape instanceof z.ZodPipe) return [...namesIn(shape.in), ...namesIn(shape.out)];
  return 'innerType' in def ? namesIn(def.innerType as z.core.$ZodType) : [];
}

const asked = (): string[] => [
  ...listContracts({ ...CONTRACTS, ...accounts }).flatMap(({ query, body }) => [
    ...namesIn(query),
    ...namesIn(body),
  ]),
  ...FILE_ROUTES.flatMap(({ query, body }) => [...namesIn(query), ...namesIn(body)]),
  ...namesIn(firstAdministrator),
  'query',
  'body',
];

/** What is said with `message` and stands among the words of the kernel; all else is asked for by `asking`. */
const SAID = ['RFC 3339', 'YYYY-MM-DDThh:mm', 'MM-DD', 'U+0000'];

test('what a shape of our own asks for is told in both languages, and never in one sentence', () => {
  const messages = productFiles()
    .filter(({ at }) => /(^|\/)schema\.ts$|^kernel\//.test(at))
    .flatMap(({ at, text }) =>
      [...text.matchAll(/\bmessage: ['"`]([^'"`]+)/g)].map(([, message = '']) => ({ at, message })),
    );
  expect(messages.length).toBeGreaterThan(5);
  expect(messages.filter(({ message }) => !SAID.includes(message))).toEqual([]);
});

test('every field that a route asks for has words of people, so that nobody is told the name of a program', () => {
  const names = [...new Set(asked())];
  expect(names.length).toBeGreaterThan(200);
  expect(names.filter((name) => !fieldWord(name))).toEqual([]);
  expect(fieldWord('recipients.0.address')).toEqual({ ja: '宛先', en: 'Address' });
  expect(fieldWord('constructor')).toBeUndefined();
});
