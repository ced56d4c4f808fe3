import fs from 'node:fs';
import { readYaml } from '../../../../kernel/yaml.ts';
import { type CaseDocument, caseDocument } from '../../../learn/cases/schema.ts';
import { textsOf } from '../../../learn/cases/texts/rules.ts';
import { PUBLISHED_FRAME, vocabularyOf } from './new-words.ts';

const FOLDER = new URL('../../../../cases/', import.meta.url);
const LARGEST = 1_000_000;

/** The cases that come with the house, which were published. */
export const printedCases = (): CaseDocument[] =>
  fs
    .readdirSync(FOLDER)
    .filter((file) => /^\d.*\.yaml$/.test(file))
    .map((file) => caseDocument.parse(readYaml(fs.readFileSync(new URL(file, FOLDER), 'utf8'), LARGEST)));

let kept: ReadonlySet<string> | undefined;
/** Words of the printed cases and of every report's frame; read once. */
export function printedVocabulary(): ReadonlySet<string> {
  kept ??= vocabularyOf([
    ...PUBLISHED_FRAME,
    ...printedCases().flatMap((document) => textsOf(document).map(({ text }) => text)),
  ]);
  return kept;
}
