import { type Context, inTransaction, type Tx } from '../../../../database/transaction.ts';
import { byOf } from '../../../../kernel/caller.ts';
import { Fault } from '../../../../kernel/errors.ts';
import { permit } from '../../../../kernel/permit.ts';
import { findCase } from '../../../learn/cases/index.ts';
import { textsOf } from '../../../learn/cases/texts/rules.ts';
import { record } from '../../../record.ts';
import { eventOfCase } from '../../drafting/index.ts';
import { hearingsOfEvent, linesOfEvent, recordOfEvent } from '../../hearings/index.ts';
import { keepReading } from '../../intake/acts.ts';
import { newWords } from '../vocabulary/new-words.ts';
import { printedVocabulary } from '../vocabulary/printed.ts';
import { extendWithin } from './list-entity.ts';
import { inListOrder } from './plain.ts';
import { sortOut } from './sort-out.ts';
import {
  entitiesElsewhere,
  entitiesOf,
  insertEntities,
  lockEntities,
  namesRemoved,
  registeredNames,
} from './store.ts';
import { entitiesOfHearings, entitiesOfReport } from './told-entities.ts';
import { type Candidate, isTelling, spokenOf } from './unlisted.ts';

/** What the reports and hearings name from which a case was drafted. Whoever fills a list from reports has read them. */
async function toldCandidates(tx: Tx, caseId: string): Promise<Candidate[]> {
  const eventId = await eventOfCase(tx.sql, caseId);
  if (!eventId) return [];
  const { reports } = await recordOfEvent(tx.sql, eventId);
  const lines = await linesOfEvent(tx.sql, eventId);
  for (const { id, versions } of reports) await keepReading(tx, id, versions.at(-1)?.version ?? 0, 'read');
  return [
    ...reports.flatMap(({ versions }) =>
      versions.toReversed().flatMap(({ content }) => entitiesOfReport(content)),
    ),
    ...entitiesOfHearings(
      await hearingsOfEvent(tx.sql, eventId),
      lines.map(({ speaker }) => speaker),
    ),
  ];
}

/** What registers and earlier lists name, where the case speaks of it. A system called by words of every report is none. */
async function knownCandidates(tx: Tx, caseId: string, text: string): Promise<Candidate[]> {
  const registered = (await registeredNames(tx.sql)).map(
    ({ kind, name, generic }): Candidate & { readonly generic: boolean } => ({
      kind,
      names: [name],
      aliases: [],
      origin: 'register',
      generic,
    }),
  );
  const before = (await entitiesElsewhere(tx.sql, caseId)).map(
    (entity): Candidate & { readonly generic: boolean } => ({ ...entity, origin: 'word', generic: false }),
  );
  const isGeneric = (name: string): boolean =>
    newWords([{ ja: name, en: name }], printedVocabulary()).length === 0;
  return spokenOf([...before, ...registered], text)
    .filter(({ generic, names: [name = ''] }) => !generic || !isGeneric(name))
    .map(({ generic: _, ...candidate }) => candidate);
}

/** A label that tells of what is listed beside it is none: what it stands for is called by its kind. */
const withFitLabels = (candidates: readonly Candidate[], all: readonly Candidate[]): Candidate[] =>
  candidates.map((candidate) => {
    if (!isTelling(candidate, all)) return candidate;
    const { label: _, ...rest } = candidate;
    return rest;
  });

/** Fills the list of a case from its reports and hearings, from the registers, and from what earlier cases were kept silent of. */
export async function fillEntities(
  ctx: Context,
  caseId: string,
): Promise<{ added: number; extended: number }> {
  permit(ctx, 'survey.manage');
  return inTransaction(ctx, async (tx) => {
    await lockEntities(tx.sql, ctx.orgId, caseId);
    const stored = await findCase(tx.sql, caseId);
    if (!stored) throw new Fault('not-found');
    const text = textsOf(stored.document)
      .map((each) => `${each.text.ja}\n${each.text.en}`)
      .join('\n');
    const told = await toldCandidates(tx, caseId);
    const { fresh, more } = sortOut(
      [...told, ...(await knownCandidates(tx, caseId, text))],
      await entitiesOf(tx.sql, caseId),
      await namesRemoved(tx.sql, caseId),
    );
    for (const each of more) await extendWithin(tx, caseId, each);
    const standing = (await entitiesOf(tx.sql, caseId)).map((each): Candidate => {
      const { label, ...rest } = each;
      return { ...rest, ...(label && { label }) };
    });
    const entities = inListOrder(withFitLabels(fresh, [...standing, ...fresh]), ctx.newId);
    await insertEntities(tx.sql, ctx.orgId, caseId, entities, byOf(ctx.actor), ctx.now);
    record(tx, 'survey.entities-filled', { body: { caseId, added: entities.length } });
    return { added: entities.length, extended: more.length };
  });
}
