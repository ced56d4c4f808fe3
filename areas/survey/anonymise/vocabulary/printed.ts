import fs from 'node:fs';
import { readYaml } from '../../../../kernel/yaml.ts';
import { caseDocument } from '../../../learn/cases/schema.ts';
import { textsOf } from '../../../learn/cases/texts/rules.ts';
import { PUBLISHED_FRAME, vocabularyOf } from './new-words.ts';

const FOLDER = new URL('../../../../cases/', import.meta.url);
const LARGEST = 1_000_000;

let kept: ReadonlySet<string> | undefined;
/** Words of the cases that come with the house, which were published, and of every report's frame; read once. */
export function printedVocabulary(): ReadonlySet<string> {
  if (kept) return kept;
  const files = fs.readdirSync(FOLDER).filter((file) => /^\d.*\.yaml$/.test(file));
  const texts = files.flatMap((file) => {
    const document = caseDocument.parse(readYaml(fs.readFileSync(new URL(file, FOLDER), 'utf8'), LARGEST));
    return textsOf(document).map(({ text }) => text);
  });
  kept = vocabularyOf([...PUBLISHED_FRAME, ...texts]);
  return kept;
}
