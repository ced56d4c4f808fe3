import { createHash } from 'node:crypto';
import { Fault } from '../../../../kernel/errors.ts';
import type { Bilingual } from '../../../../kernel/language.ts';
import { fieldFaultsOf } from '../../../../kernel/shape-faults.ts';
import { type PublishedEdition, publishedEdition } from './published.ts';

const NO_JSON: Bilingual = {
  ja: 'JSONとして読み取れません。edition.json を指定してください',
  en: 'This is not JSON. Name the edition.json of a published edition',
};
const SAME_YEAR: Bilingual = {
  ja: '同じ年度の版が二つあります。一つにしてください',
  en: 'There are two editions of one fiscal year. Leave one out',
};
const OTHER_BYTES: Bilingual = {
  ja: '版に記録されたハッシュと一致しません。版と同じファイルを置いてください',
  en: 'This is not the file of the edition: its hash is another. Put the original back',
};

const invalid = (field: string, mend: Bilingual): Fault =>
  new Fault('invalid', { fields: [{ field, mend }] });

/** @throws Fault `invalid` naming every wrong field */
export function readEdition(text: string): PublishedEdition {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw invalid('edition', NO_JSON);
  }
  const read = publishedEdition.safeParse(value);
  if (!read.success) throw new Fault('invalid', { fields: fieldFaultsOf(read.error, 'edition') });
  return read.data;
}

/** @throws Fault `invalid` where two tell of one year */
export function refuseSameYear(editions: readonly PublishedEdition[]): void {
  const years = editions.map(({ fiscalYear }) => fiscalYear);
  const twice = years.find((year, i) => years.indexOf(year) !== i);
  if (twice !== undefined) throw invalid(`fiscalYear ${twice}`, SAME_YEAR);
}

/**
 * The files of an edition that are there, as a site names them; one that is another than was published is refused.
 * @param find the bytes by name, undefined where there are none
 */
export function filesOf(
  { files, fiscalYear }: PublishedEdition,
  find: (name: string) => Uint8Array | undefined,
): [string, Uint8Array][] {
  return files.flatMap(({ name, sha256 }): [string, Uint8Array][] => {
    const bytes = find(name);
    if (!bytes) return [];
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw invalid(name, OTHER_BYTES);
    return [[`${fiscalYear}/${name}`, bytes]];
  });
}
