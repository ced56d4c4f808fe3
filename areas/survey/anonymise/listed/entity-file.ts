import { type Context, inTransaction, reading } from '../../../../database/transaction.ts';
import { byOf } from '../../../../kernel/caller.ts';
import { Fault } from '../../../../kernel/errors.ts';
import { permit } from '../../../../kernel/permit.ts';
import { writeYaml } from '../../../../kernel/yaml.ts';
import { findCase } from '../../../learn/cases/index.ts';
import { record } from '../../../record.ts';
import { readEntities } from '../entities/read-entities.ts';
import { inListOrder, plainEntity } from './plain.ts';
import type { ListedEntity } from './schema.ts';
import { entitiesOf, insertEntities, lockEntities } from './store.ts';
import { unlisted } from './unlisted.ts';

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

/** Puts on the list what a file names and the list does not. */
export async function takeEntityFile(
  ctx: Context,
  caseId: string,
  yaml: string,
): Promise<{ added: number; known: number }> {
  permit(ctx, 'survey.manage');
  const read = readEntities(yaml);
  return inTransaction(ctx, async (tx) => {
    await lockEntities(tx.sql, ctx.orgId, caseId);
    if (!(await findCase(tx.sql, caseId))) throw new Fault('not-found');
    const listed = (await entitiesOf(tx.sql, caseId)).flatMap(({ names, aliases }) => [...names, ...aliases]);
    const fresh = inListOrder(
      unlisted(
        read.map((entity) => ({ ...entity, origin: 'hand' as const })),
        listed,
      ),
      ctx.newId,
    );
    await insertEntities(tx.sql, ctx.orgId, caseId, fresh, byOf(ctx.actor), ctx.now);
    record(tx, 'survey.entities-filled', { body: { caseId, added: fresh.length } });
    return { added: fresh.length, known: read.length - fresh.length };
  });
}
