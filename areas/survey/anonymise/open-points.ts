import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { FieldFault } from '../../../kernel/errors.ts';
import { wordsOfCase } from './deciding/index.ts';
import { DECIDE } from './deciding/words.ts';
import { Finder } from './finding/finder.ts';
import { documentToPublish, formOr, type PublicForm, publicFormOf } from './public-form.ts';
import { type Anonymised, leaksIn } from './replacing/anonymise-case.ts';
import type { Leak } from './scanning/scan.ts';
import type { OpenPoint } from './schema.ts';
import { newestEdition } from './store.ts';
import { filled, LEAKS, NO_EDITION, REVISED_SINCE } from './words.ts';

const leakPoint = ({ place, text }: Leak): OpenPoint => ({
  kind: 'leak',
  field: place,
  mend: filled(LEAKS, { place, text: text.replace(/\s+/g, ' ') }),
});
const obstaclePoint = ({ field, mend }: FieldFault): OpenPoint => ({ kind: 'obstacle', field, mend });

/** What stands in the way of making an edition. */
export const standingOf = ({ obstacles, leaks }: Pick<Anonymised, 'obstacles' | 'leaks'>): OpenPoint[] => [
  ...obstacles.map(obstaclePoint),
  ...leaks.map(leakPoint),
];

/** Words nobody has decided on, of the case as it is to be published. */
async function wordPoints(trx: Transaction<Tables>, form: PublicForm): Promise<OpenPoint[]> {
  const { asked } = await wordsOfCase(trx, documentToPublish(form));
  return asked.map(({ word }) => ({ kind: 'word', field: word, mend: filled(DECIDE, { word }) }));
}

/**
 * Everything that forbids publishing a case, each by its place and what to do about it. Of an edition of the newest version
 * its own text is looked at, with the list of entities as it is now; otherwise what an edition made now would be.
 */
export async function openPoints(trx: Transaction<Tables>, caseId: string): Promise<OpenPoint[]> {
  const form = await publicFormOf(trx, caseId);
  if (!form) return [];
  const edition = await newestEdition(trx, caseId);
  const words = await wordPoints(trx, form);
  if (edition?.caseVersion === form.stored.version)
    return [...leaksIn(edition.document, new Finder(form.entities)).map(leakPoint), ...words];
  const stale: OpenPoint = {
    kind: 'stale',
    field: 'edition',
    mend: edition ? filled(REVISED_SINCE, { edition: edition.number }) : NO_EDITION,
  };
  const made = formOr(form);
  return [stale, ...('document' in made ? standingOf(made) : made.map(obstaclePoint)), ...words];
}
