import { type Expression, type ExpressionBuilder, type SqlBool, sql, type Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { timerOfRow } from '../../../database/timers.ts';
import { turnOf } from './rules.ts';
import type { MessageEvent, MessageRow, NewMessage, State } from './schema.ts';

const COLUMNS = [
  'id',
  'purpose',
  'kind',
  'about',
  'incident_id as incidentId',
  'person_id as personId',
  'name',
  'address',
  'language',
  'channel',
  'urgent',
  'subject',
  'text',
  'state',
  'reason',
  'tries',
  'bundle_id as bundleId',
  'made_at as madeAt',
  'changed_at as changedAt',
  'answer',
] as const;

const messages = (trx: Transaction<Tables>) => trx.selectFrom('message').select(COLUMNS);
const instant = (at: Temporal.Instant) => sql<Temporal.Instant>`${at.toString()}::timestamptz`;
const anyOf = (ids: readonly string[]) => sql<boolean>`id = ANY (${ids}::uuid[])`;

type Kept = Omit<NewMessage, 'once' | 'leavesAt'> & {
  readonly id: string;
  readonly once: Uint8Array | undefined;
};

/** @returns ids of those that are new: nobody is told the same thing twice */
export async function insertMessages(
  trx: Transaction<Tables>,
  orgId: string,
  { name: purpose, urgent }: { readonly name: string; readonly urgent: boolean },
  wanted: readonly Kept[],
  at: Temporal.Instant,
): Promise<string[]> {
  if (wanted.length === 0) return [];
  const rows = await trx
    .insertInto('message')
    .values(
      wanted.map((m) => ({
        org_id: orgId,
        id: m.id,
        purpose,
        urgent,
        kind: m.kind ?? '',
        about: m.about,
        incident_id: m.incidentId ?? null,
        person_id: m.personId ?? null,
        name: m.name,
        address: m.address,
        language: m.language,
        channel: m.channel,
        subject: m.subject ?? '',
        text: m.text ?? '',
        once: m.once ?? null,
        state: m.held === undefined ? ('queued' as const) : ('held' as const),
        reason: m.held ?? '',
        made_at: at.toString(),
        changed_at: at.toString(),
      })),
    )
    .onConflict((c) => c.doNothing())
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

export async function findMessage(trx: Transaction<Tables>, id: string): Promise<MessageRow | undefined> {
  return messages(trx).where('id', '=', id).executeTakeFirst();
}

export async function findMessages(
  trx: Transaction<Tables>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, MessageRow>> {
  if (ids.length === 0) return new Map();
  const rows = await messages(trx).where(anyOf(ids)).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export async function lockMessage(trx: Transaction<Tables>, id: string): Promise<MessageRow | undefined> {
  return messages(trx).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** What happens to a message, as far as the table of states lets it. @returns those it moved, as they are now */
export async function moveMessages(
  trx: Transaction<Tables>,
  ids: readonly string[],
  event: MessageEvent,
  at: Temporal.Instant,
  set: {
    readonly reason?: string;
    readonly answer?: string;
    readonly tries?: number;
  } = {},
): Promise<MessageRow[]> {
  if (ids.length === 0) return [];
  const { from, to } = turnOf(event);
  return trx
    .updateTable('message')
    .set({ ...set, state: to, changed_at: at.toString() })
    .where(anyOf(ids))
    .where('state', 'in', from)
    .returning(COLUMNS)
    .execute();
}

/** They keep nobody from being told the like again. */
export async function letSayAgain(trx: Transaction<Tables>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await trx.updateTable('message').set({ once: null }).where(anyOf(ids)).execute();
}

/** Whatever has not left yet. */
export async function withdrawUnsent(
  trx: Transaction<Tables>,
  at: Temporal.Instant,
  reason: string,
): Promise<number> {
  const { from, to } = turnOf('withdraw');
  const { numUpdatedRows } = await trx
    .updateTable('message')
    .set({ state: to, reason, changed_at: at.toString() })
    .where('state', 'in', from)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/** Said without its state changing: it is taken, and there will be more. */
export async function keepAnswer(
  trx: Transaction<Tables>,
  id: string,
  answer: string,
  at: Temporal.Instant,
): Promise<void> {
  await trx.updateTable('message').set({ answer, changed_at: at.toString() }).where('id', '=', id).execute();
}

/** Where something goes to. */
export type To = Pick<MessageRow, 'personId' | 'channel' | 'address'>;

/**
 * Whoever sends to this address waits a moment for whoever is about to.
 * @throws PostgreSQL's 55P03 where that takes longer: somebody holds it and does not move
 */
export async function lockAddress(
  trx: Transaction<Tables>,
  { personId, channel, address }: To,
  patienceMs: number,
): Promise<void> {
  // One after the other, from left to right: the patience is for this lock alone.
  await sql`SELECT set_config('lock_timeout', ${`${patienceMs}ms`}, true),
    pg_advisory_xact_lock(hashtextextended(${`${personId} ${channel} ${address}`}, 0)),
    set_config('lock_timeout', '0', true)`.execute(trx);
}

const sameAddress =
  ({ personId, channel, address }: To) =>
  (e: ExpressionBuilder<Tables, 'message'>): Expression<SqlBool> =>
    e.and([
      personId === null ? e('person_id', 'is', null) : e('person_id', '=', personId),
      e('channel', '=', channel),
      e('address', '=', address),
    ]);

/** When something was last handed over for this address. */
export async function lastSentTo(trx: Transaction<Tables>, to: To): Promise<Temporal.Instant | null> {
  const row = await trx
    .selectFrom('message')
    .select('sent_at as at')
    .where(sameAddress(to))
    .where('urgent', '=', true)
    .where('sent_at', 'is not', null)
    .orderBy('sent_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.at ?? null;
}

/** How many messages went to this address within the last hour; those that one message told of count once. */
export async function sentWithinHour(
  trx: Transaction<Tables>,
  to: To,
  now: Temporal.Instant,
): Promise<number> {
  const row = await trx
    .selectFrom('message')
    .select(sql<number>`count(DISTINCT coalesce(bundle_id, id))::int`.as('count'))
    .where(sameAddress(to))
    .where('urgent', '=', true)
    .where('sent_at', '>', instant(now.subtract({ hours: 1 })))
    .where('sent_at', '<=', instant(now))
    .executeTakeFirst();
  return row?.count ?? 0;
}

/** A message stays readable; what is more goes with the next one. */
export const MOST_IN_A_BUNDLE = 200;
/** Among these may be some that nobody wants any more. */
const MOST_LOOKED_AT = MOST_IN_A_BUNDLE * 2;

/** Messages of one purpose that wait for the same address, oldest first. One that somebody else is at is left out. */
export async function waitingFor(
  trx: Transaction<Tables>,
  { id, purpose, ...to }: MessageRow,
): Promise<MessageRow[]> {
  return messages(trx)
    .where('purpose', '=', purpose)
    .where(sameAddress(to))
    .where('state', 'in', ['queued', 'sending'])
    .where((e) =>
      e.or([
        e('bundle_id', '=', id),
        e.and([e('bundle_id', 'is', null), e('state', '=', 'queued'), e('tries', '=', 0)]),
      ]),
    )
    .where('id', '<>', id)
    .orderBy('id')
    .limit(MOST_LOOKED_AT)
    .forUpdate()
    .skipLocked()
    .execute();
}

/** Marks messages as handed over now, in one. */
export async function claimMessages(
  trx: Transaction<Tables>,
  lead: Pick<MessageRow, 'id' | 'tries' | 'bundleId'>,
  others: readonly string[],
  at: Temporal.Instant,
): Promise<void> {
  const { from, to } = turnOf('claim');
  await trx
    .updateTable('message')
    .set({
      state: to,
      tries: lead.tries + 1,
      changed_at: at.toString(),
      sent_at: at.toString(),
      // Once it carries others it stays their message, also where one of them is held by somebody just now.
      bundle_id: others.length > 0 || lead.bundleId === lead.id ? lead.id : null,
    })
    .where(anyOf([lead.id, ...others]))
    .where('state', 'in', from)
    .execute();
}

/** The messages that one stands for, its own among them. */
export async function bundleOf(
  trx: Transaction<Tables>,
  lead: MessageRow,
  { locked = false }: { readonly locked?: boolean } = {},
): Promise<MessageRow[]> {
  if (lead.bundleId === null) return [lead];
  return messages(trx)
    .where('bundle_id', '=', lead.bundleId)
    .orderBy('about')
    .orderBy('id')
    .$if(locked, (q) => q.forUpdate())
    .execute();
}

/** The same, locked: nobody else hears of this message meanwhile. */
export const lockBundle = (trx: Transaction<Tables>, lead: MessageRow): Promise<MessageRow[]> =>
  bundleOf(trx, lead, { locked: true });

/** Lets what waits for another's message go by itself: that one has been settled without it. */
export async function leaveBundle(trx: Transaction<Tables>, leadId: string): Promise<MessageRow[]> {
  return trx
    .updateTable('message')
    .set({ bundle_id: null, tries: 0, state: 'queued' })
    .where('bundle_id', '=', leadId)
    .where('id', '<>', leadId)
    .where('state', 'in', ['queued', 'sending'])
    .returning(COLUMNS)
    .execute();
}

/** What could not leave because its channel was not set up, and can now. */
export async function releasable(trx: Transaction<Tables>): Promise<string[]> {
  const rows = await trx
    .selectFrom('message')
    .select('id')
    .where('state', '=', 'held')
    .where('reason', '=', 'not-configured')
    .where('channel', 'in', (e) => e.selectFrom('channel_setting').select('channel'))
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Urgent messages of a purpose that were to be sent before that time (or, by a clock set back since, later than now) and
 * that nobody sends.
 */
export async function lostMessages(
  trx: Transaction<Tables>,
  purpose: string,
  since: Temporal.Instant,
  now: Temporal.Instant,
): Promise<MessageRow[]> {
  return messages(trx)
    .where('purpose', '=', purpose)
    .where('state', 'in', ['queued', 'sending'])
    .where((e) => e.or([e('changed_at', '<=', instant(since)), e('changed_at', '>', instant(now))]))
    .where(sql<boolean>`NOT ${timerOfRow('retry-urgent', 'message')}`)
    .orderBy('id')
    .execute();
}

/** More are looked at the next time. */
const MOST_LOST = 1_000;

/**
 * Messages that are not urgent and not settled: whether there are any, and those of them that no timer will send and that
 * have not changed since then.
 */
export async function routineMessages(
  trx: Transaction<Tables>,
  since: Temporal.Instant,
): Promise<{ readonly lost: readonly MessageRow[]; readonly any: boolean }> {
  const open = messages(trx).where('urgent', '=', false).where('state', 'in', ['queued', 'sending']);
  const lost = await open
    .where('changed_at', '<=', instant(since))
    .where(sql<boolean>`NOT ${timerOfRow('send-message', 'message')}`)
    .where(sql<boolean>`NOT ${timerOfRow('retry-routine', 'message')}`)
    .where(sql<boolean>`NOT ${timerOfRow('send-bundle', 'message')}`)
    .orderBy('id')
    .limit(MOST_LOST)
    .execute();
  return { lost, any: lost.length > 0 || (await open.limit(1).execute()).length > 0 };
}

/**
 * The newest messages of a channel to a number.
 * @param ending its last digits
 */
export async function messagesToNumber(
  trx: Transaction<Tables>,
  channel: string,
  ending: string,
): Promise<MessageRow[]> {
  return messages(trx)
    .where('channel', '=', channel)
    .where(sql<boolean>`right(regexp_replace(address, '\\D', '', 'g'), ${ending.length}) = ${ending}`)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1_000)
    .execute();
}

export interface MessageFilter {
  readonly purpose: string;
  readonly incidentId?: string | undefined;
  readonly kind?: string | undefined;
  readonly about?: string | undefined;
  readonly personId?: string | undefined;
  readonly state?: State | undefined;
  /** The id after which the list goes on: upwards, or downwards where the newest come first. */
  readonly after?: string | undefined;
  readonly newestFirst?: boolean;
  readonly limit: number;
}

export async function listMessages(trx: Transaction<Tables>, filter: MessageFilter): Promise<MessageRow[]> {
  const { incidentId, kind, about, personId, state, after, newestFirst = false } = filter;
  return messages(trx)
    .where('purpose', '=', filter.purpose)
    .$if(incidentId !== undefined, (q) => q.where('incident_id', '=', incidentId ?? ''))
    .$if(kind !== undefined, (q) => q.where('kind', '=', kind ?? ''))
    .$if(about !== undefined, (q) => q.where('about', '=', about ?? ''))
    .$if(personId !== undefined, (q) => q.where('person_id', '=', personId ?? ''))
    .$if(state !== undefined, (q) => q.where('state', '=', state as State))
    .$if(after !== undefined, (q) => q.where('id', newestFirst ? '<' : '>', after ?? ''))
    .orderBy('id', newestFirst ? 'desc' : 'asc')
    .limit(filter.limit)
    .execute();
}

/** How many there are in which state, of one incident. */
export async function countMessages(
  trx: Transaction<Tables>,
  purpose: string,
  incidentId: string,
): Promise<{ kind: string; about: string; state: State; count: number }[]> {
  return trx
    .selectFrom('message')
    .select(['kind', 'about', 'state', (e) => e.fn.countAll<number>().as('count')])
    .where('purpose', '=', purpose)
    .where('incident_id', '=', incidentId)
    .groupBy(['kind', 'about', 'state'])
    .execute();
}

/** The newest about each of these. */
export async function latestAbout(
  trx: Transaction<Tables>,
  purpose: string,
  kind: string,
  about: readonly string[],
): Promise<ReadonlyMap<string, MessageRow>> {
  if (about.length === 0) return new Map();
  const rows = await messages(trx)
    .distinctOn('about')
    .where('purpose', '=', purpose)
    .where('kind', '=', kind)
    .where(sql<boolean>`about = ANY (${about}::text[])`)
    .orderBy('about')
    .orderBy('id', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.about, row]));
}

/** Ids of messages of some kinds that went to an address, however it is written. */
export async function messagesToAddress(
  trx: Transaction<Tables>,
  purpose: string,
  kinds: readonly string[],
  address: string,
): Promise<string[]> {
  const rows = await trx
    .selectFrom('message')
    .select('id')
    .where('purpose', '=', purpose)
    .where('kind', 'in', kinds)
    .where(sql<boolean>`lower(address) = lower(${address})`)
    .execute();
  return rows.map(({ id }) => id);
}

/** Takes name, address and words out of messages; what became of each stays. @returns their ids */
export async function blankMessages(
  trx: Transaction<Tables>,
  of: { readonly personId: string } | { readonly ids: readonly string[] },
): Promise<string[]> {
  const rows = await trx
    .updateTable('message')
    .set({ name: '', subject: '', text: '', address: '', answer: '', reason: '', once: null })
    .$if('personId' in of, (q) => q.where('person_id', '=', 'personId' in of ? of.personId : ''))
    .$if('ids' in of, (q) => q.where(anyOf('ids' in of ? of.ids : [])))
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}
