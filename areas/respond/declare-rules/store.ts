import { sql, type Transaction } from 'kysely';
import { holdsWords } from '../../../database/search.ts';
import type { Tables } from '../../../database/tables.ts';
import type { NamedFilter } from '../../lists/schema.ts';
import type { Situation } from '../../prepare/plans/schema.ts';
import type { Matcher, NewRule, RuleView } from './schema.ts';

export async function moveWeighed(trx: Transaction<Tables>, orgId: string, seq: number): Promise<void> {
  await trx.updateTable('weighed').set({ seq }).where('org_id', '=', orgId).execute();
}

const RULE = [
  'id',
  'name',
  'matchers',
  'group_by as groupBy',
  'severity',
  'situation',
  'page',
  'enabled',
] as const;

const ruleOf = <R extends { matchers: unknown; situation: string | null }>(row: R) => ({
  ...row,
  matchers: row.matchers as Matcher[],
  situation: row.situation as Situation | null,
});

export async function listRules(trx: Transaction<Tables>): Promise<RuleView[]> {
  const rows = await trx.selectFrom('declare_rule').select(RULE).orderBy('position').orderBy('id').execute();
  return rows.map(ruleOf);
}

/** A page of rules in the order in which they are tried. */
export async function pageOfRules(trx: Transaction<Tables>, filter: NamedFilter): Promise<RuleView[]> {
  const rows = await trx
    .selectFrom('declare_rule')
    .select(RULE)
    .$if(filter.search !== undefined, (q) => q.where(holdsWords(filter.search ?? '', 'name')))
    .$if(filter.after !== undefined, (q) =>
      q.where(
        sql<boolean>`(position, id) > (SELECT position, id FROM declare_rule WHERE id = ${filter.after ?? ''}::uuid)`,
      ),
    )
    .orderBy('position')
    .orderBy('id')
    .limit(filter.limit)
    .execute();
  return rows.map(ruleOf);
}

export async function insertRule(
  trx: Transaction<Tables>,
  orgId: string,
  id: string,
  rule: NewRule,
): Promise<void> {
  await lockAdding(trx, orgId);
  const last = await trx
    .selectFrom('declare_rule')
    .select((e) => e.fn.max('position').as('position'))
    .executeTakeFirst();
  await trx
    .insertInto('declare_rule')
    .values({ org_id: orgId, id, position: (last?.position ?? 0) + 1, ...columns(rule) })
    .execute();
}

/** Locks a rule: two who write about one come one after the other. */
export async function lockRule(trx: Transaction<Tables>, id: string): Promise<NewRule | undefined> {
  const row = await trx
    .selectFrom('declare_rule')
    .select(RULE)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return undefined;
  const { id: _, ...rule } = ruleOf(row);
  return rule;
}

export async function updateRule(trx: Transaction<Tables>, id: string, rule: NewRule): Promise<void> {
  await trx.updateTable('declare_rule').set(columns(rule)).where('id', '=', id).execute();
}

const columns = (rule: NewRule) => ({
  name: rule.name,
  matchers: JSON.stringify(rule.matchers),
  group_by: rule.groupBy,
  severity: rule.severity,
  situation: rule.situation ?? null,
  page: rule.page,
  enabled: rule.enabled,
});

/** All rules in the order in which they are tried; nobody else adds or moves one until the transaction ends. */
export async function lockOrder(trx: Transaction<Tables>, orgId: string): Promise<string[]> {
  await lockAdding(trx, orgId);
  const rows = await trx
    .selectFrom('declare_rule')
    .select('id')
    .orderBy('position')
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(({ id }) => id);
}

async function lockAdding(trx: Transaction<Tables>, orgId: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`declare rules ${orgId}`}, 0))`.execute(trx);
}

export async function writeOrder(trx: Transaction<Tables>, order: readonly string[]): Promise<void> {
  await sql`UPDATE declare_rule r SET position = o.n
    FROM unnest(${order}::uuid[]) WITH ORDINALITY AS o(id, n) WHERE r.id = o.id`.execute(trx);
}

export async function deleteRule(trx: Transaction<Tables>, id: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('declare_rule')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return numDeletedRows === 1n;
}
