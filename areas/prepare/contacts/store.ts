import { type Kysely, sql, type Transaction } from 'kysely';
import { holdsWords } from '../../../database/search.ts';
import type { Tables } from '../../../database/tables.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { LANGUAGES, type Language } from '../../../kernel/language.ts';
import type { NewPerson, PersonChange, PersonFilter, PersonView } from './schema.ts';

const VIEW = [
  'id',
  'name',
  'email',
  'language',
  'roles',
  'unit_id as unitId',
  'break_glass as breakGlass',
] as const;

const people = (trx: Transaction<Tables>) =>
  trx
    .selectFrom('person')
    .select(VIEW)
    .select((e) => e('user_id', 'is not', null).$castTo<boolean>().as('hasAccount'))
    .where('removed_at', 'is', null);

export async function listPeople(trx: Transaction<Tables>, filter: PersonFilter): Promise<PersonView[]> {
  return people(trx)
    .$if(filter.id !== undefined, (q) => q.where('id', '=', filter.id ?? ''))
    .$if(filter.search !== undefined, (q) => q.where(holdsWords(filter.search ?? '', 'name', 'email')))
    .$if(filter.role !== undefined, (q) => q.where(sql<boolean>`${filter.role ?? ''} = ANY (roles)`))
    .$if(filter.after !== undefined, (q) => q.where('id', '>', filter.after ?? ''))
    .orderBy('id')
    .limit(filter.limit)
    .execute();
}

/** Languages that people of the organisation read, Japanese first; for what is written once for all of them. */
export async function languagesRead(trx: Transaction<Tables>): Promise<Language[]> {
  const rows = await trx
    .selectFrom('person')
    .select('language')
    .distinct()
    .where('removed_at', 'is', null)
    .execute();
  return LANGUAGES.filter((each) => rows.some(({ language }) => language === each));
}

export async function findPerson(trx: Transaction<Tables>, id: string): Promise<PersonView | undefined> {
  return people(trx).where('id', '=', id).executeTakeFirst();
}

/** Locks a person: two who write about one come one after the other. */
export async function lockPerson(trx: Transaction<Tables>, id: string): Promise<PersonView | undefined> {
  const row = await trx
    .selectFrom('person')
    .select('id')
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return row && findPerson(trx, id);
}

export async function peopleInRoles(
  trx: Transaction<Tables>,
  roles: readonly string[],
): Promise<PersonView[]> {
  return people(trx).where(sql<boolean>`roles && ${roles}::text[]`).orderBy('id').execute();
}

export async function findPeople(trx: Transaction<Tables>, ids: readonly string[]): Promise<PersonView[]> {
  if (ids.length === 0) return [];
  return people(trx).where('id', 'in', ids).execute();
}

/** Who of these has left, and when, in the order of ids; who was never here has always been gone. */
export async function removedSince(
  trx: Transaction<Tables>,
  ids: readonly string[],
): Promise<Map<string, Temporal.Instant>> {
  if (ids.length === 0) return new Map();
  const rows = await trx.selectFrom('person').select(['id', 'removed_at']).where('id', 'in', ids).execute();
  const removedAt = new Map(rows.map(({ id, removed_at }) => [id, removed_at]));
  return new Map(
    [...ids].sort().flatMap((id): [string, Temporal.Instant][] => {
      const at = removedAt.get(id);
      if (at === null) return [];
      return [[id, at ?? Temporal.Instant.fromEpochMilliseconds(0)]];
    }),
  );
}

/** Names by id, of people still known, removed ones included: a record shows who it was. */
export async function namesOf(
  trx: Transaction<Tables>,
  ids: readonly string[],
): Promise<Record<string, string>> {
  const asked = [...new Set(ids.filter(isUuid))];
  if (asked.length === 0) return {};
  const rows = await trx.selectFrom('person').select(['id', 'name']).where('id', 'in', asked).execute();
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}

/** Keys among these ids, ended ones included, each with its holder. */
export async function keysAmong(
  trx: Transaction<Tables>,
  ids: readonly string[],
): Promise<{ keyId: string; personId: string; name: string }[]> {
  const asked = [...new Set(ids.filter(isUuid))];
  if (asked.length === 0) return [];
  return trx
    .selectFrom('key_holder')
    .select(['key_id as keyId', 'person_id as personId', 'name'])
    .where('key_id', 'in', asked)
    .execute();
}

/** Every key a person ever had, ended ones included. */
export async function keyIdsOf(trx: Transaction<Tables>, personId: string): Promise<string[]> {
  if (!isUuid(personId)) return [];
  const rows = await trx
    .selectFrom('key_holder')
    .select('key_id')
    .where('person_id', '=', personId)
    .execute();
  return rows.map(({ key_id }) => key_id);
}

/** Writes down whose a new key is. */
export async function insertKeyHolder(
  trx: Transaction<Tables>,
  orgId: string,
  key: { readonly keyId: string; readonly personId: string; readonly name: string },
): Promise<void> {
  await trx
    .insertInto('key_holder')
    .values({ org_id: orgId, key_id: key.keyId, person_id: key.personId, name: key.name })
    .execute();
}

export async function insertPerson(
  trx: Transaction<Tables>,
  orgId: string,
  id: string,
  person: NewPerson,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('person')
    .values({
      org_id: orgId,
      id,
      name: person.name,
      email: person.email,
      language: person.language,
      roles: person.roles,
      unit_id: person.unitId,
      break_glass: person.breakGlass,
    })
    .onConflict((c) => c.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function updatePerson(
  trx: Transaction<Tables>,
  id: string,
  change: PersonChange,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('person')
    .set({
      name: change.name,
      language: change.language,
      roles: change.roles,
      // What is taken away by hand and given again is given by hand.
      group_roles: sql<
        string[]
      >`ARRAY(SELECT unnest(group_roles) INTERSECT SELECT unnest(${change.roles}::text[]))`,
      unit_id: change.unitId,
    })
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Those of somebody's roles that came from their groups. */
export async function groupRolesOf(trx: Transaction<Tables>, id: string): Promise<string[]> {
  const row = await trx.selectFrom('person').select('group_roles').where('id', '=', id).executeTakeFirst();
  return row?.group_roles ?? [];
}

export async function setRoles(
  trx: Transaction<Tables>,
  id: string,
  { roles, ofGroups }: { readonly roles: readonly string[]; readonly ofGroups: readonly string[] },
): Promise<void> {
  await trx
    .updateTable('person')
    .set({ roles: [...roles], group_roles: [...ofGroups] })
    .where('id', '=', id)
    .execute();
}

export async function markRemoved(
  trx: Transaction<Tables>,
  id: string,
  at: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('person')
    .set({ removed_at: at.toString(), user_id: null })
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export async function lockAdministrators(trx: Transaction<Tables>, orgId: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`administrators ${orgId}`}, 0))`.execute(trx);
}

export interface Invitation {
  readonly invitationId: string | null;
  readonly invitedUntil: Temporal.Instant | null;
  readonly joinedAt: Temporal.Instant | null;
}

/** How people stand who are there, by their ids. */
export async function invitationsOf(
  trx: Transaction<Tables>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Invitation>> {
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom('person')
    .select(['id', 'invitation_id as invitationId', 'invited_until as invitedUntil', 'joined_at as joinedAt'])
    .where('id', 'in', ids)
    .where('removed_at', 'is', null)
    .execute();
  return new Map(rows.map(({ id, ...invitation }) => [id, invitation]));
}

/** Invitations that stand and were not followed yet, those that are over included. */
export async function openInvitations(
  trx: Transaction<Tables>,
): Promise<{ personId: string; invitationId: string; until: Temporal.Instant }[]> {
  const rows = await trx
    .selectFrom('person')
    .select(['id as personId', 'invitation_id as invitationId', 'invited_until as until'])
    .where('removed_at', 'is', null)
    .where('joined_at', 'is', null)
    .where('invitation_id', 'is not', null)
    .orderBy('id')
    .execute();
  return rows.flatMap(({ personId, invitationId, until }) =>
    invitationId && until ? [{ personId, invitationId, until }] : [],
  );
}

/** Who is there under one of these addresses, by the address in small letters. */
export async function knownByEmail(
  trx: Transaction<Tables>,
  emails: readonly string[],
): Promise<ReadonlyMap<string, PersonView>> {
  const asked = emails.map((email) => email.toLowerCase());
  const rows = await people(trx).where(sql<boolean>`lower(email) = ANY (${asked}::text[])`).execute();
  return new Map(rows.map((row) => [row.email.toLowerCase(), row]));
}

/** The invitation that stands from now on, or none. */
export async function keepInvitation(
  trx: Transaction<Tables>,
  id: string,
  invitation: { readonly id: string; readonly until: Temporal.Instant } | null,
): Promise<void> {
  await trx
    .updateTable('person')
    .set({ invitation_id: invitation?.id ?? null, invited_until: invitation?.until.toString() ?? null })
    .where('id', '=', id)
    .execute();
}

/** They signed in: the first time is when they came. */
export async function markJoined(trx: Transaction<Tables>, id: string, at: Temporal.Instant): Promise<void> {
  await trx
    .updateTable('person')
    .set({ joined_at: at.toString() })
    .where('id', '=', id)
    .where('joined_at', 'is', null)
    .execute();
}

export async function linkAccount(
  trx: Transaction<Tables>,
  id: string,
  userId: string | null,
): Promise<void> {
  await trx.updateTable('person').set({ user_id: userId }).where('id', '=', id).execute();
}

export async function accountOf(trx: Transaction<Tables>, id: string): Promise<string | null> {
  const row = await trx.selectFrom('person').select('user_id').where('id', '=', id).executeTakeFirst();
  return row?.user_id ?? null;
}

export interface Membership {
  readonly orgId: string;
  readonly orgName: string;
  readonly demo: boolean;
  readonly personId: string;
  readonly name: string;
  readonly roles: string[];
  readonly language: 'ja' | 'en';
  readonly breakGlass: boolean;
}

/**
 * Where a signed-in user belongs; the one question asked before an organisation is known.
 * @param executor the pool, or the caller's transaction: never a second connection inside one
 */
export async function membershipsOf(executor: Kysely<Tables>, userId: string): Promise<Membership[]> {
  const { rows } =
    await sql<Membership>`SELECT org_id AS "orgId", org_name AS "orgName", demo, person_id AS "personId",
    name, roles, language, break_glass AS "breakGlass" FROM memberships_of(${userId})`.execute(executor);
  return rows;
}
