import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readEntities } from '../entities/read-entities.ts';
import type { Entity } from '../entities/schema.ts';
import { Finder } from '../finding/finder.ts';
import { readBytes } from '../reading/read-bytes.ts';
import { MUTATIONS } from './mutations.ts';
import { PDF_PLACES, type Place, TEXT_PLACES } from './planted.ts';
import { scanReading } from './scan.ts';

const entities = readEntities(fs.readFileSync(new URL('incidents.test.yaml', import.meta.url), 'utf8'));
const finder = new Finder(entities);

/** Dates and counts are written anew, not changed letter by letter. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  '2023-07-04': [
    '2023年7月4日',
    '令和5年7月4日',
    'R5.7.4',
    '２０２３／７／４',
    '二〇二三年七月四日',
    '4 July 2023',
    'July 4th',
    '7月4日',
    'Jul. 4, 2023',
    '20230704',
    '2023\n年7月\n4日',
    '㋿5年7月4日',
    '7/4(火)',
    '2023年7月',
  ],
  '2022-10-31': [
    '2022年10月31日',
    '令和四年十月三十一日',
    '31 Oct 2022',
    'October 31',
    '１０月３１日',
    '2022-10-31T06:38:00+09:00',
  ],
  '2022-02-26': ['2022.2.26', 'R4/2/26', '26th of February', '2月26日(土)', 'Feb 26, 2022'],
  '2021-05-07': ['May 7, 2021', '7 May', '2021/05/07', '令和3年5月7日', '05/07/2021'],
  '2,300台': [
    '2,300台',
    '2300 machines',
    '二千三百台',
    '2千3百台',
    '２３００',
    '2.3k',
    '2 300',
    'two thousand three hundred machines',
  ],
  '20,000本': ['20,000', '2万本', '二万', '20k', '20 thousand', '２万'],
  '13,000台': ['1万3千台', '13000', '13,000 vehicles', '一万三千', '1.3万台', 'thirteen thousand'],
};

interface Planted {
  readonly entity: Entity;
  readonly by: string;
  readonly text: string;
}

function plantedOf(entity: Entity): Planted[] {
  const values = VALUES[entity.names[0] ?? ''];
  if (values) return values.map((text, i) => ({ entity, by: `value ${i}`, text }));
  const names = [...entity.names, ...entity.aliases];
  return names.flatMap((name) =>
    Object.entries(MUTATIONS).flatMap(([by, mutate]) => {
      const text = mutate(name);
      return text === undefined ? [] : [{ entity, by: `${by} of ${name}`, text }];
    }),
  );
}

const all = entities.flatMap(plantedOf);

/** All of them in the first place, and in each other a share that is another there; all everywhere where rounds are whole. */
const SHARE = process.env['SONAE_ROUNDS'] === 'whole' ? 1 : 10;
const PLACES = [...Object.values(TEXT_PLACES), ...Object.values(PDF_PLACES)];
const shareOf = (place: Place): Planted[] => {
  const at = PLACES.indexOf(place);
  return at === 0 ? all : all.filter((_, i) => (i + at) % SHARE === 0);
};

const missedIn = (place: Place, some: readonly Planted[]): string[] =>
  some.flatMap(({ entity, by, text }) => {
    const leaks = scanReading(readBytes(place.bytes(text), place.file), place.file, finder);
    return leaks.some((leak) => leak.entity === entity.names[0]) ? [] : [`${by}: ${JSON.stringify(text)}`];
  });

test('there are more than 25 mutations, and each applies to some name', () => {
  expect(Object.keys(MUTATIONS).length).toBeGreaterThanOrEqual(25);
  const used = new Set(all.map(({ by }) => by.split(' of ')[0]));
  expect(all.length).toBeGreaterThan(700);
  expect(Object.keys(MUTATIONS).filter((by) => !used.has(by.split(' of ')[0]))).toEqual([]);
});

describe('nothing that was planted is missed in a text file', () => {
  test.each(Object.entries(TEXT_PLACES))('%s', (_, place) => {
    expect(missedIn(place, shareOf(place))).toEqual([]);
  });
});

describe('nothing that was planted is missed in a PDF', () => {
  test.each(Object.entries(PDF_PLACES))('%s', (_, place) => {
    expect(missedIn(place, shareOf(place))).toEqual([]);
  });
});

test('nothing is missed in a name of a file', () => {
  const missed = all
    .filter(({ text }) => !/[\n/\0]/.test(text))
    .flatMap(({ entity, by, text }) =>
      scanReading(readBytes(Buffer.from('本文'), `報告_${text}.txt`), 'a', finder).some(
        (leak) => leak.entity === entity.names[0],
      )
        ? []
        : [by],
    );
  expect(missed).toEqual([]);
});
