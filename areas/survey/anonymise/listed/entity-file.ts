import { type Context, inTransaction, reading } from '../../../../database/transaction.ts';
import { byOf } from '../../../../kernel/caller.ts';
import { Fault } from '../../../../kernel/errors.ts';
import { permit } from '../../../../kernel/permit.ts';
import { writeYaml } from '../../../../kernel/yaml.ts';
import { findCase } from '../../../learn/cases/index.ts';
import { record } from '../../../record.ts';
import { readEntities } from '../entities/read-entities.ts';
import { extendWithin } from './list-entity.ts';
import { inListOrder, plainEntity } from './plain.ts';
import type { ListedEntity } from './schema.ts';
import { sortOut } from './sort-out.ts';
import { entitiesOf, insertEntities, lockEntities } from './store.ts';

export async function entitiesFor(ctx: Context, caseId: string): Promise<ListedEntity[]> {
  permit(ctx, 'survey.intake');
  return reading(ctx, async (trx) => {
    if (!(await findCase(trx, caseId))) throw new Fault('not-found');
    return entitiesOf(trx, caseId);
  });
}

/** The list as the command line reads it. */
export async function entityFileOf(ctx: Context, caseId: string): Promise<{ yaml: string }> {
  const entities = await entitiesFor(ctx, caseId);
  return { yaml: writeYaml({ entities: entities.map(plainEntity) }) };
}

/** Puts on the list what a file names and the list does not, and what else it calls what stands there. */
export async function takeEntityFile(
  ctx: Context,
  caseId: string,
  yaml: string,
): Promise<{ added: number; extended: number; known: number }> {
  permit(ctx, 'survey.manage');
  const read = readEntities(yaml);
  return inTransaction(ctx, async (tx) => {
    await lockEntities(tx.sql, ctx.orgId, caseId);
    if (!(await findCase(tx.sql, caseId))) throw new Fault('not-found');
    const candidates = read.map((entity) => ({ ...entity, origin: 'hand' as const }));
    // A file is somebody's own list: what it names is listed, also where it was taken off before.
    const { fresh, more } = sortOut(candidates, await entitiesOf(tx.sql, caseId), []);
    for (const each of more) await extendWithin(tx, caseId, each);
    const entities = inListOrder(fresh, ctx.newId);
    await insertEntities(tx.sql, ctx.orgId, caseId, entities, byOf(ctx.actor), ctx.now);
    record(tx, 'survey.entities-filled', { body: { caseId, added: entities.length } });
    const [added, extended] = [entities.length, more.length];
    return { added, extended, known: read.length - added - extended };
  });
}
