import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { FieldFault } from '../../../kernel/errors.ts';
import { wordsOfCase } from './deciding/index.ts';
import { DECIDE } from './deciding/words.ts';
import { disclosureFaults } from './disclosing/points.ts';
import { Finder } from './finding/finder.ts';
import { hashOfEdition } from './hash.ts';
import { attemptsOf, linkageSheet } from './linkage/index.ts';
import { attemptsLeave } from './linkage/rules.ts';
import { DECIDE_ROW, IDENTIFIED, NO_ATTEMPT, STILL_THERE } from './linkage/words.ts';
import { documentToPublish, formOr, type PublicForm, publicFormOf } from './public-form.ts';
import { type Anonymised, leaksIn } from './replacing/anonymise-case.ts';
import type { Leak } from './scanning/scan.ts';
import type { OpenPoint } from './schema.ts';
import { editionsAlike, newestEdition, type PublicEdition } from './store.ts';
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

/** What the newest edition could be linked by, and whether anybody tried. */
async function linkagePoints(trx: Transaction<Tables>, caseId: string): Promise<OpenPoint[]> {
  const { rows } = await linkageSheet(trx, caseId);
  const open = rows.flatMap(({ open, key, path, what, decision }): OpenPoint[] => {
    if (!open) return [];
    const mend = filled(decision ? STILL_THERE : DECIDE_ROW, { what });
    return [{ kind: 'linkage', field: path || key, mend }];
  });
  const left = attemptsLeave(await attemptsOf(trx, caseId), await editionsAlike(trx, caseId));
  if (left === null) return open;
  return [...open, { kind: 'attempt', field: 'attempts', mend: left === 'found' ? IDENTIFIED : NO_ATTEMPT }];
}

/** An edition that is what would be made now: of the newest version, with its list and what is decided about it. */
const isOfNow = (edition: PublicEdition, form: PublicForm, made: Anonymised): boolean =>
  edition.caseVersion === form.stored.version && edition.hash === hashOfEdition(made.document);

/**
 * Everything that forbids publishing a case, each by its place and what to do about it. What an edition made now would still
 * tell is open, and so is what the newest edition tells of a list that has grown since.
 */
export async function openPoints(trx: Transaction<Tables>, caseId: string): Promise<OpenPoint[]> {
  const form = await publicFormOf(trx, caseId);
  if (!form) return [];
  const edition = await newestEdition(trx, caseId);
  const made = formOr(form);
  const standing = 'document' in made ? standingOf(made) : made.map(obstaclePoint);
  const rest = [
    ...disclosureFaults(form.stored.document, form.disclosures).map(obstaclePoint),
    ...(await wordPoints(trx, form)),
    ...(await linkagePoints(trx, caseId)),
  ];
  if (edition && 'document' in made && isOfNow(edition, form, made)) return [...standing, ...rest];
  const mend = edition ? filled(REVISED_SINCE, { edition: edition.number }) : NO_EDITION;
  const told =
    edition?.caseVersion === form.stored.version
      ? leaksIn(edition.document, new Finder(form.entities)).map(leakPoint)
      : [];
  return [{ kind: 'stale', field: 'edition', mend }, ...standing, ...told, ...rest];
}
