import { sql, type Transaction } from 'kysely';
import type { z } from 'zod';
import type { Tables } from '../../../database/tables.ts';
import type { FormName } from './forms/words.ts';
import type { reportView } from './schema.ts';

type View = z.output<typeof reportView>;
export interface StoredReport extends Omit<View, 'name' | 'startsAt' | 'dueAt' | 'overdue' | 'submittedAt'> {
  readonly incidentId: string;
  readonly startsAt: Temporal.Instant;
  readonly dueAt: Temporal.Instant | null;
  readonly submittedAt: Temporal.Instant | null;
  readonly remindedAt: Temporal.Instant | null;
  /** A wrongful purpose is suspected: what is longer then is counted so. */
  readonly wrongful: boolean;
  /** '' until somebody chose one. */
  readonly form: FormName | '';
  readonly answers: Readonly<Record<string, string>>;
  /** Every field as it went out. */
  readonly filled: Readonly<Record<string, string>> | null;
  /** What its clock runs by; only what runs by the law from a time of the record moves with that time. */
  readonly clock: ReportClock;
}
export type ReportClock = 'law' | 'authority' | 'asked' | 'submission';

const reports = (trx: Transaction<Tables>) =>
  trx
    .selectFrom('external_report')
    .select([
      'id',
      'incident_id as incidentId',
      'regime',
      'edition',
      'wrongful',
      'recipient',
      'number',
      'clock',
      'start_fact as startFact',
      'starts_at as startsAt',
      'due_at as dueAt',
      'state',
      'text',
      'receipt',
      'submitted_at as submittedAt',
      'reminded_at as remindedAt',
    ])
    .select(sql<View['stage']>`stage`.as('stage'))
    .select(sql<FormName | ''>`form`.as('form'))
    .select(sql<Record<string, string>>`answers`.as('answers'))
    .select(sql<Record<string, string> | null>`filled`.as('filled'));

export const reportsOf = async (trx: Transaction<Tables>, incidentId: string): Promise<StoredReport[]> =>
  reports(trx)
    .where('incident_id', '=', incidentId)
    .orderBy('regime')
    .orderBy(sql`array_position(ARRAY['first', 'followUp', 'final'], stage)`)
    .orderBy('number')
    .execute();

export const findReport = async (trx: Transaction<Tables>, id: string): Promise<StoredReport | undefined> =>
  reports(trx).where('id', '=', id).executeTakeFirst();

export async function setForm(
  trx: Transaction<Tables>,
  id: string,
  { form, answers }: { readonly form: FormName; readonly answers: Readonly<Record<string, string>> },
): Promise<void> {
  await trx
    .updateTable('external_report')
    .set({ form, answers: JSON.stringify(answers) })
    .where('id', '=', id)
    .execute();
}

/** Every field as it goes out, for good. */
export async function freezeForm(
  trx: Transaction<Tables>,
  id: string,
  form: FormName,
  filled: Readonly<Record<string, string>>,
): Promise<void> {
  await trx
    .updateTable('external_report')
    .set({ form, filled: JSON.stringify(filled) })
    .where('id', '=', id)
    .execute();
}

export const lockReport = async (trx: Transaction<Tables>, id: string): Promise<StoredReport | undefined> =>
  reports(trx).where('id', '=', id).forUpdate().executeTakeFirst();

export async function insertReport(
  trx: Transaction<Tables>,
  orgId: string,
  made: Pick<
    StoredReport,
    | 'id'
    | 'incidentId'
    | 'regime'
    | 'edition'
    | 'wrongful'
    | 'recipient'
    | 'stage'
    | 'number'
    | 'clock'
    | 'startFact'
    | 'startsAt'
    | 'dueAt'
  >,
): Promise<void> {
  await trx
    .insertInto('external_report')
    .values({
      org_id: orgId,
      id: made.id,
      incident_id: made.incidentId,
      regime: made.regime,
      edition: made.edition,
      wrongful: made.wrongful,
      recipient: made.recipient,
      stage: made.stage,
      number: made.number,
      clock: made.clock,
      start_fact: made.startFact,
      starts_at: made.startsAt.toString(),
      due_at: made.dueAt?.toString() ?? null,
      state: 'due',
      text: '',
      receipt: '',
    })
    .execute();
}

export async function restart(
  trx: Transaction<Tables>,
  id: string,
  {
    startsAt,
    dueAt,
    clock,
    wrongful,
  }: {
    readonly startsAt: Temporal.Instant;
    readonly dueAt: Temporal.Instant | null;
    readonly clock: ReportClock;
    readonly wrongful?: boolean;
  },
): Promise<void> {
  await trx
    .updateTable('external_report')
    .set({
      starts_at: startsAt.toString(),
      due_at: dueAt?.toString() ?? null,
      overdue_at: null,
      // Of its new time it is reminded anew.
      reminded_at: null,
      clock,
      wrongful,
    })
    .where('id', '=', id)
    .execute();
}

export async function markSubmitted(
  trx: Transaction<Tables>,
  id: string,
  { text, receipt }: { readonly text: string; readonly receipt: string },
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('external_report')
    .set({ state: 'submitted', text, receipt, submitted_at: at.toString() })
    .where('id', '=', id)
    .execute();
}

export async function setReceipt(trx: Transaction<Tables>, id: string, receipt: string): Promise<void> {
  await trx.updateTable('external_report').set({ receipt }).where('id', '=', id).execute();
}

/** @returns false where that was noted already: a timer may run twice */
export async function markOverdue(
  trx: Transaction<Tables>,
  id: string,
  at: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('external_report')
    .set({ overdue_at: at.toString() })
    .where('id', '=', id)
    .where('overdue_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export async function markNotNeeded(trx: Transaction<Tables>, id: string, reason: string): Promise<void> {
  await trx
    .updateTable('external_report')
    .set({ state: 'notNeeded', text: reason })
    .where('id', '=', id)
    .execute();
}

export async function markReminded(
  trx: Transaction<Tables>,
  id: string,
  at: Temporal.Instant,
): Promise<void> {
  await trx.updateTable('external_report').set({ reminded_at: at.toString() }).where('id', '=', id).execute();
}
