import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { Fault, type FieldFault } from '../../../kernel/errors.ts';
import { Finder } from './finding/finder.ts';
import { publicFormOf } from './public-form.ts';
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

/** The public form, or why there is none: a label that tells of what it stands for. */
function formOr(made: () => Anonymised): Anonymised | OpenPoint[] {
  try {
    return made();
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'invalid') throw error;
    return (error.details.fields ?? []).map(obstaclePoint);
  }
}

/**
 * Everything that forbids publishing a case, each by its place and what to do about it. Of an edition of the newest version
 * its own text is looked at, with the list of entities as it is now; otherwise what an edition made now would be.
 */
export async function openPoints(trx: Transaction<Tables>, caseId: string): Promise<OpenPoint[]> {
  const form = await publicFormOf(trx, caseId);
  if (!form) return [];
  const edition = await newestEdition(trx, caseId);
  if (edition?.caseVersion === form.stored.version)
    return leaksIn(edition.document, new Finder(form.entities)).map(leakPoint);
  const stale: OpenPoint = {
    kind: 'stale',
    field: 'edition',
    mend: edition ? filled(REVISED_SINCE, { edition: edition.number }) : NO_EDITION,
  };
  const made = formOr(form.made);
  return [stale, ...('document' in made ? standingOf(made) : made)];
}
