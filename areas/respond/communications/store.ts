import { sql, type Transaction } from 'kysely';
import type { z } from 'zod';
import type { Tables } from '../../../database/tables.ts';
import type { NewWithheld, statementView } from './schema.ts';

type View = z.output<typeof statementView>;
export interface StoredStatement
  extends Pick<
    View,
    'id' | 'number' | 'audience' | 'kind' | 'text' | 'outlet' | 'services' | 'state' | 'writtenBy'
  > {
  readonly incidentId: string;
  readonly nextUpdateAt: Temporal.Instant | null;
  readonly sentAt: Temporal.Instant | null;
}

const statements = (trx: Transaction<Tables>) =>
  trx
    .selectFrom('statement')
    .select([
      'id',
      'incident_id as incidentId',
      'number',
      'kind',
      'text',
      'outlet',
      'services',
      'state',
      'written_by as writtenBy',
      'next_update_at as nextUpdateAt',
      'sent_at as sentAt',
    ])
    .select(sql<View['audience']>`audience`.as('audience'));

/** In the order in which they were written. */
export const statementsOf = async (
  trx: Transaction<Tables>,
  incidentId: string,
): Promise<StoredStatement[]> =>
  statements(trx).where('incident_id', '=', incidentId).orderBy('number').execute();

/**
 * What went out by one outlet of things that were told of since a moment, or that go on, the newest first. Each is told
 * whole: how a service is now may have been said long before, and nothing since took it back.
 */
export const publishedBy = async (
  trx: Transaction<Tables>,
  outlet: string,
  since: Temporal.Instant,
): Promise<StoredStatement[]> =>
  statements(trx)
    .where('state', '=', 'sent')
    .where('outlet', '=', outlet)
    // A busy drill must not push what is real off the page.
    .where('incident_id', 'not in', (e) => e.selectFrom('incident').select('id').where('drill', '=', true))
    .where(
      sql<boolean>`incident_id IN (
        SELECT s.incident_id FROM statement s JOIN incident i ON i.org_id = s.org_id AND i.id = s.incident_id
        WHERE s.state = 'sent' AND s.outlet = ${outlet}
        GROUP BY s.incident_id, i.state
        HAVING max(s.sent_at) > ${since.toString()}::timestamptz
          OR (i.state = 'open' AND (array_agg(s.kind ORDER BY s.sent_at DESC, s.number DESC))[1] <> 'end'))`,
    )
    .orderBy('sent_at', 'desc')
    .orderBy('number', 'desc')
    .execute();

/** What the public page calls services, by their keys. */
export const publishedNames = async (trx: Transaction<Tables>): Promise<ReadonlyMap<string, string>> => {
  const rows = await trx.selectFrom('published_service').select(['service', 'name']).execute();
  return new Map(rows.map(({ service, name }) => [service, name]));
};

export async function publishNames(
  trx: Transaction<Tables>,
  orgId: string,
  names: ReadonlyMap<string, string>,
): Promise<void> {
  if (names.size === 0) return;
  await trx
    .insertInto('published_service')
    .values([...names].toSorted().map(([service, name]) => ({ org_id: orgId, service, name })))
    .onConflict((c) =>
      c.columns(['org_id', 'service']).doUpdateSet((e) => ({ name: e.ref('excluded.name') })),
    )
    .execute();
}

export const findStatement = async (
  trx: Transaction<Tables>,
  id: string,
): Promise<StoredStatement | undefined> => statements(trx).where('id', '=', id).executeTakeFirst();

export const lockStatement = async (
  trx: Transaction<Tables>,
  id: string,
): Promise<StoredStatement | undefined> =>
  statements(trx).where('id', '=', id).forUpdate().executeTakeFirst();

/** The caller has locked the incident. @returns the number given */
export async function insertStatement(
  trx: Transaction<Tables>,
  orgId: string,
  made: Pick<
    StoredStatement,
    'id' | 'incidentId' | 'audience' | 'kind' | 'text' | 'outlet' | 'services' | 'writtenBy'
  >,
): Promise<number> {
  const last = await trx
    .selectFrom('statement')
    .select((e) => e.fn.max('number').as('number'))
    .where('incident_id', '=', made.incidentId)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  await trx
    .insertInto('statement')
    .values({
      org_id: orgId,
      id: made.id,
      incident_id: made.incidentId,
      number,
      audience: made.audience,
      kind: made.kind,
      text: made.text,
      outlet: made.outlet,
      services: JSON.stringify(made.services),
      state: 'draft',
      written_by: made.writtenBy,
    })
    .execute();
  return number;
}

export async function setWords(
  trx: Transaction<Tables>,
  id: string,
  { text, outlet, services }: Pick<StoredStatement, 'text' | 'outlet' | 'services'>,
): Promise<void> {
  await trx
    .updateTable('statement')
    .set({ text, outlet, services: JSON.stringify(services) })
    .where('id', '=', id)
    .execute();
}

export async function markWithdrawn(trx: Transaction<Tables>, id: string): Promise<void> {
  await trx.updateTable('statement').set({ state: 'withdrawn' }).where('id', '=', id).execute();
}

export async function markSent(
  trx: Transaction<Tables>,
  id: string,
  { by, nextUpdateAt }: { readonly by: string; readonly nextUpdateAt: Temporal.Instant | null },
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('statement')
    .set({
      state: 'sent',
      sent_at: at.toString(),
      sent_by: by,
      next_update_at: nextUpdateAt?.toString() ?? null,
    })
    .where('id', '=', id)
    .execute();
}

export async function putApproval(
  trx: Transaction<Tables>,
  orgId: string,
  approval: { readonly statementId: string; readonly personId: string; readonly text: string },
  at: Temporal.Instant,
): Promise<void> {
  const said = { text: approval.text, approved_at: at.toString() };
  await trx
    .insertInto('statement_approval')
    .values({ org_id: orgId, statement_id: approval.statementId, person_id: approval.personId, ...said })
    .onConflict((c) => c.columns(['org_id', 'statement_id', 'person_id']).doUpdateSet(said))
    .execute();
}

export async function dropApprovals(trx: Transaction<Tables>, statementId: string): Promise<void> {
  await trx.deleteFrom('statement_approval').where('statement_id', '=', statementId).execute();
}

export async function approvalsOf(
  trx: Transaction<Tables>,
  statementIds: readonly string[],
): Promise<{ statementId: string; personId: string; text: string }[]> {
  if (statementIds.length === 0) return [];
  return trx
    .selectFrom('statement_approval')
    .select(['statement_id as statementId', 'person_id as personId', 'text'])
    .where('statement_id', 'in', statementIds)
    .orderBy('approved_at')
    .execute();
}

/** Drafts a person has not approved as they stand. */
export async function waitingForApproval(
  trx: Transaction<Tables>,
  personId: string,
): Promise<{ id: string; incidentId: string; text: string }[]> {
  return trx
    .selectFrom('statement as s')
    .select(['s.id', 's.incident_id as incidentId', 's.text'])
    .where('s.state', '=', 'draft')
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('statement_approval as a')
            .select('a.person_id')
            .whereRef('a.org_id', '=', 's.org_id')
            .whereRef('a.statement_id', '=', 's.id')
            .whereRef('a.text', '=', 's.text')
            .where('a.person_id', '=', personId),
        ),
      ),
    )
    .orderBy('s.id', 'desc')
    .limit(100)
    .execute();
}

export interface StoredWithheld {
  readonly id: string;
  readonly incidentId: string;
  readonly audience: NewWithheld['audience'];
  readonly term: string;
  /** Readings and synonyms: what tells the same. */
  readonly also: readonly string[];
  readonly reason: string;
  /** Who asked for it to be lifted, and why; somebody else decides. */
  readonly liftAskedBy: string | null;
  readonly liftReason: string;
}

const withheld = (trx: Transaction<Tables>) =>
  trx
    .selectFrom('withheld')
    .select([
      'id',
      'incident_id as incidentId',
      'term',
      'also',
      'reason',
      'lift_asked_by as liftAskedBy',
      'lift_reason as liftReason',
    ])
    .select(sql<NewWithheld['audience']>`audience`.as('audience'));

export const withheldOf = async (trx: Transaction<Tables>, incidentId: string): Promise<StoredWithheld[]> =>
  withheld(trx).where('incident_id', '=', incidentId).orderBy('audience').orderBy('term').execute();

export const lockWithheld = async (
  trx: Transaction<Tables>,
  id: string,
): Promise<StoredWithheld | undefined> => withheld(trx).where('id', '=', id).forUpdate().executeTakeFirst();

export async function insertWithheld(
  trx: Transaction<Tables>,
  orgId: string,
  item: Omit<StoredWithheld, 'liftAskedBy' | 'liftReason'>,
): Promise<void> {
  await trx
    .insertInto('withheld')
    .values({
      org_id: orgId,
      id: item.id,
      incident_id: item.incidentId,
      audience: item.audience,
      term: item.term,
      also: [...item.also],
      reason: item.reason,
    })
    .execute();
}

export async function setLiftAsked(
  trx: Transaction<Tables>,
  id: string,
  { by, reason }: { readonly by: string; readonly reason: string },
): Promise<void> {
  await trx
    .updateTable('withheld')
    .set({ lift_asked_by: by, lift_reason: reason })
    .where('id', '=', id)
    .execute();
}

export async function removeWithheld(trx: Transaction<Tables>, id: string): Promise<void> {
  await trx.deleteFrom('withheld').where('id', '=', id).execute();
}

export interface StoredInquiry {
  readonly id: string;
  readonly incidentId: string;
  readonly number: number;
  readonly cameFrom: string;
  readonly question: string;
  readonly answer: string;
  readonly state: 'open' | 'proposed' | 'answered';
  readonly proposedBy: string | null;
  readonly approvedBy: string | null;
  readonly cameAt: Temporal.Instant;
  readonly answeredAt: Temporal.Instant | null;
}
const INQUIRY = [
  'id',
  'incident_id as incidentId',
  'number',
  'came_from as cameFrom',
  'question',
  'answer',
  'state',
  'proposed_by as proposedBy',
  'approved_by as approvedBy',
  'came_at as cameAt',
  'answered_at as answeredAt',
] as const;

export const inquiriesOf = async (trx: Transaction<Tables>, incidentId: string): Promise<StoredInquiry[]> =>
  trx
    .selectFrom('inquiry')
    .select(INQUIRY)
    .where('incident_id', '=', incidentId)
    .orderBy('number', 'desc')
    .execute();

export const lockInquiry = async (trx: Transaction<Tables>, id: string): Promise<StoredInquiry | undefined> =>
  trx.selectFrom('inquiry').select(INQUIRY).where('id', '=', id).forUpdate().executeTakeFirst();

/** The caller has locked the incident. @returns the number given */
export async function insertInquiry(
  trx: Transaction<Tables>,
  orgId: string,
  made: Pick<StoredInquiry, 'id' | 'incidentId' | 'cameFrom' | 'question' | 'cameAt'>,
): Promise<number> {
  const last = await trx
    .selectFrom('inquiry')
    .select((e) => e.fn.max('number').as('number'))
    .where('incident_id', '=', made.incidentId)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  await trx
    .insertInto('inquiry')
    .values({
      org_id: orgId,
      id: made.id,
      incident_id: made.incidentId,
      number,
      came_from: made.cameFrom,
      question: made.question,
      answer: '',
      state: 'open',
      came_at: made.cameAt.toString(),
    })
    .execute();
  return number;
}

/** Proposes an answer, or gives it where somebody approved it. */
export async function setAnswer(
  trx: Transaction<Tables>,
  id: string,
  { answer, proposedBy, approvedBy }: { answer: string; proposedBy: string; approvedBy: string | null },
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('inquiry')
    .set({
      answer,
      state: approvedBy === null ? 'proposed' : 'answered',
      proposed_by: proposedBy,
      approved_by: approvedBy,
      answered_at: approvedBy === null ? null : at.toString(),
    })
    .where('id', '=', id)
    .execute();
}
