import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../../database/tables.ts';
import type { Entity, EntityKind } from '../entities/schema.ts';
import type { EntityOrigin, ListedEntity } from './schema.ts';

const ENTITY = ['id', 'version', 'kind', 'names', 'aliases', 'label', 'origin'] as const;

/** One after the other changes the list of a case. */
export const lockEntities = async (
  trx: Transaction<Tables>,
  orgId: string,
  caseId: string,
): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`entities ${orgId} ${caseId}`}, 0))`.execute(trx);
};

/** In the order in which they were put on the list: labels that are alike keep their letters. */
export const entitiesOf = (trx: Transaction<Tables>, caseId: string): Promise<ListedEntity[]> =>
  trx
    .selectFrom('survey_entity')
    .select(ENTITY)
    .where('case_id', '=', caseId)
    .where('removed', '=', false)
    .orderBy('id')
    .execute();

/** Every name that was taken off the list of a case. */
export async function namesRemoved(trx: Transaction<Tables>, caseId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('survey_entity')
    .select(['names', 'aliases'])
    .where('case_id', '=', caseId)
    .where('removed', '=', true)
    .execute();
  return rows.flatMap(({ names, aliases }) => [...names, ...aliases]);
}

const MOST_NAMES = 50_000;
/** What was listed for other cases, the latest first. */
export const entitiesElsewhere = (trx: Transaction<Tables>, caseId: string): Promise<Entity[]> =>
  trx
    .selectFrom('survey_entity')
    .select(['kind', 'names', 'aliases', 'label'])
    .where('case_id', '!=', caseId)
    .where('removed', '=', false)
    .orderBy('id', 'desc')
    .limit(MOST_NAMES)
    .execute()
    .then((rows) => rows.map(({ label, ...each }) => ({ ...each, ...(label && { label }) })));

/** Every name of the registers, by what it is the name of. */
export async function registeredNames(
  trx: Transaction<Tables>,
): Promise<{ kind: EntityKind; name: string; generic: boolean }[]> {
  const { rows } = await sql<{ kind: EntityKind; name: string; generic: boolean }>`
    SELECT DISTINCT kind, name, generic FROM (
      SELECT 'organisation' AS kind, name, false AS generic FROM survey_operator
      UNION ALL SELECT 'person', c->>'name', false FROM survey_operator, jsonb_array_elements(contacts::jsonb) AS c
      UNION ALL SELECT 'person', name, false FROM person
      UNION ALL SELECT 'organisation', entry->>'name', false FROM register_entry WHERE register = 'parties'
      UNION ALL SELECT 'system', entry->>'name', true FROM register_entry WHERE register = 'outlets'
      UNION ALL SELECT 'system', name, true FROM asset
    ) AS names WHERE length(name) BETWEEN 2 AND 200 ORDER BY kind, name LIMIT ${MOST_NAMES}`.execute(trx);
  return rows;
}

export async function insertEntities(
  trx: Transaction<Tables>,
  orgId: string,
  caseId: string,
  entities: readonly (Entity & { readonly id: string; readonly origin: EntityOrigin })[],
  by: string,
  at: Temporal.Instant,
): Promise<void> {
  if (entities.length === 0) return;
  await trx
    .insertInto('survey_entity')
    .values(
      entities.map(({ id, kind, names, aliases, label, origin }) => ({
        org_id: orgId,
        case_id: caseId,
        id,
        version: 1,
        kind,
        names: JSON.stringify(names),
        aliases: JSON.stringify(aliases),
        label: label ? JSON.stringify(label) : null,
        origin,
        changed_by: by,
        changed_at: at.toString(),
      })),
    )
    .execute();
}

export const findEntity = (
  trx: Transaction<Tables>,
  caseId: string,
  id: string,
): Promise<ListedEntity | undefined> =>
  trx
    .selectFrom('survey_entity')
    .select(ENTITY)
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .where('removed', '=', false)
    .executeTakeFirst();

export async function updateEntity(
  trx: Transaction<Tables>,
  caseId: string,
  { id, version, kind, names, aliases, label }: Omit<ListedEntity, 'origin'>,
  by: string,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('survey_entity')
    .set({
      version,
      kind,
      names: JSON.stringify(names),
      aliases: JSON.stringify(aliases),
      label: label ? JSON.stringify(label) : null,
      changed_by: by,
      changed_at: at.toString(),
    })
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .execute();
}

export async function markRemoved(
  trx: Transaction<Tables>,
  caseId: string,
  id: string,
  by: string,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('survey_entity')
    .set({ removed: true, changed_by: by, changed_at: at.toString() })
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .execute();
}
