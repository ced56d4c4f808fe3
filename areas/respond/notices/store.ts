import { sql, type Transaction } from 'kysely';
import type { Database } from '../../../database/pool.ts';
import type { Tables } from '../../../database/tables.ts';
import type { NoticeFilter, NoticeKind, NoticeState } from './schema.ts';

export interface Notice {
  readonly id: string;
  readonly incidentId: string | null;
  readonly kind: NoticeKind;
  readonly about: string;
  readonly personId: string | null;
  readonly name: string;
  readonly address: string;
  readonly language: 'ja' | 'en';
  readonly subject: string;
  readonly text: string;
  readonly state: NoticeState;
  readonly reason: string;
  readonly tries: number;
  readonly linkUntil: Temporal.Instant | null;
  readonly madeAt: Temporal.Instant;
  readonly changedAt: Temporal.Instant;
  readonly answer: string;
}

const COLUMNS = [
  'id',
  'incident_id as incidentId',
  'kind',
  'about',
  'person_id as personId',
  'name',
  'address',
  'language',
  'subject',
  'text',
  'state',
  'reason',
  'tries',
  'link_until as linkUntil',
  'made_at as madeAt',
  'changed_at as changedAt',
  'answer',
] as const;

export type NewNotice = Pick<
  Notice,
  | 'id'
  | 'incidentId'
  | 'kind'
  | 'about'
  | 'personId'
  | 'name'
  | 'address'
  | 'language'
  | 'subject'
  | 'text'
  | 'state'
  | 'reason'
> & { readonly linkHash: Uint8Array | null; readonly linkUntil: Temporal.Instant | null };

/** @returns ids of those that are new: nobody is told the same thing twice */
export async function insertNotices(
  trx: Transaction<Tables>,
  orgId: string,
  notices: readonly NewNotice[],
  at: Temporal.Instant,
): Promise<string[]> {
  if (notices.length === 0) return [];
  const rows = await trx
    .insertInto('notice')
    .values(
      notices.map((n) => ({
        org_id: orgId,
        id: n.id,
        incident_id: n.incidentId,
        kind: n.kind,
        about: n.about,
        person_id: n.personId,
        name: n.name,
        address: n.address,
        language: n.language,
        subject: n.subject,
        text: n.text,
        state: n.state,
        reason: n.reason,
        link_hash: n.linkHash,
        link_until: n.linkUntil?.toString() ?? null,
        made_at: at.toString(),
        changed_at: at.toString(),
      })),
    )
    .onConflict((c) => c.doNothing())
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

export async function lockNotice(trx: Transaction<Tables>, id: string): Promise<Notice | undefined> {
  return trx.selectFrom('notice').select(COLUMNS).where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function findNotice(trx: Transaction<Tables>, id: string): Promise<Notice | undefined> {
  return trx.selectFrom('notice').select(COLUMNS).where('id', '=', id).executeTakeFirst();
}

export async function setNotice(
  trx: Transaction<Tables>,
  id: string,
  set: {
    readonly state: NoticeState;
    readonly reason?: string;
    readonly tries?: number;
    readonly answer?: string;
  },
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('notice')
    .set({ ...set, changed_at: at.toString() })
    .where('id', '=', id)
    .execute();
}

/** Earlier links about the same are good no more. */
export async function closeLinks(
  trx: Transaction<Tables>,
  kind: NoticeKind,
  about: string,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('notice')
    .set({ link_until: at.toString() })
    .where('kind', '=', kind)
    .where('about', '=', about)
    .execute();
}

/** Of one incident, in the order in which they were made. */
export async function listNotices(
  trx: Transaction<Tables>,
  incidentId: string,
  filter: NoticeFilter,
): Promise<Notice[]> {
  return trx
    .selectFrom('notice')
    .select(COLUMNS)
    .where('incident_id', '=', incidentId)
    .$if(filter.kind !== undefined, (q) => q.where('kind', '=', filter.kind as NoticeKind))
    .$if(filter.about !== undefined, (q) => q.where('about', '=', filter.about ?? ''))
    .$if(filter.state !== undefined, (q) => q.where('state', '=', filter.state as NoticeState))
    .$if(filter.after !== undefined, (q) => q.where('id', '>', filter.after ?? ''))
    .orderBy('id')
    .limit(filter.limit)
    .execute();
}

/** The newest about each of these. */
export async function latestAbout(
  trx: Transaction<Tables>,
  kind: NoticeKind,
  about: readonly string[],
): Promise<ReadonlyMap<string, Notice>> {
  if (about.length === 0) return new Map();
  const rows = await trx
    .selectFrom('notice')
    .select(COLUMNS)
    .distinctOn('about')
    .where('kind', '=', kind)
    .where('about', 'in', about)
    .orderBy('about')
    .orderBy('id', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.about, row]));
}

/** How many of a statement's individual notices are in which state. */
export async function countNotices(
  trx: Transaction<Tables>,
  incidentId: string,
): Promise<{ kind: NoticeKind; about: string; state: NoticeState; count: number }[]> {
  return trx
    .selectFrom('notice')
    .select(['kind', 'about', 'state', (e) => e.fn.countAll<number>().as('count')])
    .where('incident_id', '=', incidentId)
    .groupBy(['kind', 'about', 'state'])
    .execute();
}

/** @returns ids of those that are queued again */
export async function queueFailedNotices(
  trx: Transaction<Tables>,
  kind: NoticeKind,
  about: string,
  recipients: readonly { readonly name: string; readonly address: string }[],
  at: Temporal.Instant,
): Promise<string[]> {
  const addresses = recipients.map(({ address }) => address);
  const names = recipients.map(({ name }) => name);
  await sql`
    UPDATE notice SET state = 'returned', changed_at = ${at.toString()}::timestamptz
    WHERE kind = ${kind} AND about = ${about}::uuid AND state = 'failed'
      AND address <> ALL (${addresses}::text[]) AND name <> '' AND name = ANY (${names}::text[])`.execute(
    trx,
  );
  const { rows } = await sql<{ id: string }>`
    UPDATE notice SET state = 'queued', reason = '', tries = 0, changed_at = ${at.toString()}::timestamptz
    WHERE kind = ${kind} AND about = ${about}::uuid AND state = 'failed' AND address = ANY (${addresses}::text[])
    RETURNING id`.execute(trx);
  return rows.map(({ id }) => id);
}

/** What waited for a mail server. @returns their ids, queued again */
export async function queueHeldNotices(trx: Transaction<Tables>, at: Temporal.Instant): Promise<string[]> {
  const rows = await trx
    .updateTable('notice')
    .set({ state: 'queued', reason: '', changed_at: at.toString() })
    .where('state', '=', 'held')
    .where('reason', '=', 'not-configured')
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** What a link belongs to; asked by somebody who is not signed in. */
export async function noticeOfLink(
  database: Database,
  hash: Uint8Array,
): Promise<{ orgId: string; id: string; personId?: string } | undefined> {
  const { rows } = await sql<{ orgId: string; id: string; personId: string | null }>`
    SELECT org_id AS "orgId", id, person_id AS "personId" FROM notice_of_link(${hash})`.execute(
    database.kysely,
  );
  const [row] = rows;
  return row && { orgId: row.orgId, id: row.id, ...(row.personId !== null && { personId: row.personId }) };
}

/** Takes name, address and words out of messages; what became of each stays. */
const blanked = (trx: Transaction<Tables>) =>
  trx
    .updateTable('notice')
    // An address of their own, of nobody, keeps two of one statement apart.
    .set({ name: '', text: '', address: sql<string>`id::text`, link_until: null });

export async function blankPerson(trx: Transaction<Tables>, personId: string): Promise<void> {
  await blanked(trx).where('person_id', '=', personId).execute();
}

export async function blankSubscriber(trx: Transaction<Tables>, email: string): Promise<void> {
  await blanked(trx)
    .where('kind', 'in', ['subscribe', 'status'])
    .where(sql<boolean>`lower(address) = lower(${email})`)
    .execute();
}
