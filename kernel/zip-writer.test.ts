import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readZip } from '../areas/survey/anonymise/reading/zip.ts';
import { zipOf } from './zip-writer.ts';

test('what went in comes out by another reader, whatever it is called', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
  const files = fc.uniqueArray(fc.tuple(name, fc.uint8Array()), {
    selector: ([each]) => Buffer.from(each).toString('hex'),
    maxLength: 8,
  });
  fc.assert(
    fc.property(files, (given) => {
      const out = readZip(zipOf(new Map(given)))?.map((each) => [each.name, each.bytes && [...each.bytes]]);
      expect(out).toEqual(given.map(([each, bytes]) => [Buffer.from(each).toString(), [...bytes]]));
    }),
  );
});

test('the same files give the same bytes', () => {
  const files = new Map([['a/b.html', '<p>'.repeat(1_000)]]);
  expect(zipOf(files)).toEqual(zipOf(files));
  expect(zipOf(files).length).toBeLessThan(300);
});
