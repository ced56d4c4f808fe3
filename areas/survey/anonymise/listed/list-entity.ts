import { type Context, inTransaction, type Tx } from '../../../../database/transaction.ts';
import { byOf } from '../../../../kernel/caller.ts';
import { Fault, invalidField } from '../../../../kernel/errors.ts';
import { permit } from '../../../../kernel/permit.ts';
import { findCase } from '../../../learn/cases/index.ts';
import { record } from '../../../record.ts';
import { calledOf, type Entity } from '../entities/schema.ts';
import { filled } from '../words.ts';
import { plainEntity } from './plain.ts';
import type { EntityChange, EntityOrigin, ListedEntity } from './schema.ts';
import type { Extension } from './sort-out.ts';
import { entitiesOf, findEntity, insertEntities, lockEntities, markRemoved, updateEntity } from './store.ts';
import { isTelling, sameNamed } from './unlisted.ts';
import { CHANGED_SINCE, LISTED_ALREADY, TELLS } from './words.ts';

/** @throws Fault `invalid` where its name is another's, or its label tells of something on the list */
export function refuseUnfit(entity: Entity, others: readonly ListedEntity[]): void {
  const listed = others.map(plainEntity);
  const same = sameNamed(entity, listed);
  if (same) throw invalidField('names', filled(LISTED_ALREADY, { name: same.name, of: calledOf(same.of) }));
  if (isTelling(entity, [...listed, entity])) throw invalidField('label', TELLS);
}

/** Puts something on the list in the caller's transaction, which holds the list. */
export async function listWithin(
  tx: Tx,
  caseId: string,
  entity: Entity,
  origin: EntityOrigin,
): Promise<{ id: string }> {
  const { ctx } = tx;
  refuseUnfit(entity, await entitiesOf(tx.sql, caseId));
  const id = ctx.newId();
  await insertEntities(tx.sql, ctx.orgId, caseId, [{ ...entity, id, origin }], byOf(ctx.actor), ctx.now);
  record(tx, 'survey.entity-listed', { body: { caseId, entityId: id, version: 1 } });
  return { id };
}

/** Puts something on the list of what must not be told of a case. */
export async function listEntity(ctx: Context, caseId: string, entity: Entity): Promise<{ id: string }> {
  permit(ctx, 'survey.manage');
  return inTransaction(ctx, async (tx) => {
    await lockEntities(tx.sql, ctx.orgId, caseId);
    if (!(await findCase(tx.sql, caseId))) throw new Fault('not-found');
    return listWithin(tx, caseId, entity, 'hand');
  });
}

/** Changes what is on the list in the caller's transaction, which holds the list. */
async function changeWithin(tx: Tx, caseId: string, before: ListedEntity, entity: Entity): Promise<number> {
  const { ctx } = tx;
  const { id } = before;
  const others = (await entitiesOf(tx.sql, caseId)).filter((other) => other.id !== id);
  refuseUnfit(entity, others);
  const version = before.version + 1;
  const kept = { ...entity, label: entity.label ?? null, id, version };
  await updateEntity(tx.sql, caseId, kept, byOf(ctx.actor), ctx.now);
  record(tx, 'survey.entity-listed', { body: { caseId, entityId: id, version } });
  return version;
}

/** One more word by which something on the list is called; undefined where it is not on the list. */
export async function aliasWithin(
  tx: Tx,
  caseId: string,
  id: string,
  word: string,
): Promise<number | undefined> {
  const before = await findEntity(tx.sql, caseId, id);
  if (!before) return undefined;
  const known = plainEntity(before);
  return changeWithin(tx, caseId, before, { ...known, aliases: [...known.aliases, word] });
}

/** What else something on the list is found to be called. A label that now tells of it is none. */
export async function extendWithin(tx: Tx, caseId: string, { of, names, aliases }: Extension): Promise<void> {
  const { id, kind, label } = of;
  const called = { kind, names: [...of.names, ...names], aliases: [...of.aliases, ...aliases] };
  const telling = label !== null && isTelling({ label }, [called]);
  const kept = { ...called, id, version: of.version + 1, label: telling ? null : label };
  await updateEntity(tx.sql, caseId, kept, byOf(tx.ctx.actor), tx.ctx.now);
  record(tx, 'survey.entity-listed', { body: { caseId, entityId: id, version: kept.version } });
}

export async function changeEntity(
  ctx: Context,
  caseId: string,
  id: string,
  { seen, ...entity }: EntityChange,
): Promise<{ version: number }> {
  permit(ctx, 'survey.manage');
  return inTransaction(ctx, async (tx) => {
    await lockEntities(tx.sql, ctx.orgId, caseId);
    const before = await findEntity(tx.sql, caseId, id);
    if (!before) throw new Fault('not-found');
    if (before.version !== seen) throw new Fault('conflict', { detail: CHANGED_SINCE });
    return { version: await changeWithin(tx, caseId, before, entity) };
  });
}

/** Takes something off the list; filling the list does not bring it back. */
export async function unlistEntity(ctx: Context, caseId: string, id: string, seen: number): Promise<void> {
  permit(ctx, 'survey.manage');
  await inTransaction(ctx, async (tx) => {
    await lockEntities(tx.sql, ctx.orgId, caseId);
    const before = await findEntity(tx.sql, caseId, id);
    if (!before) throw new Fault('not-found');
    if (before.version !== seen) throw new Fault('conflict', { detail: CHANGED_SINCE });
    await markRemoved(tx.sql, caseId, id, byOf(ctx.actor), ctx.now);
    record(tx, 'survey.entity-unlisted', { body: { caseId, entityId: id } });
  });
}
