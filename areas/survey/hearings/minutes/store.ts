import type { Transaction } from 'kysely';
import type { Tables } from '../../../../database/tables.ts';
import type { ClaimSaid, LineView } from '../schema.ts';

const LINE = [
  'id',
  'hearing_id as hearingId',
  'client_id as clientId',
  'number',
  'revision',
  'at',
  'speaker',
  'text',
  'certainty',
  'question',
  'material_id as materialId',
  'claims',
  'earlier',
  'withdrawn',
] as const;

export interface StoredLine extends Omit<LineView, 'at'> {
  readonly hearingId: string;
  readonly at: Temporal.Instant;
}

const lines = (trx: Transaction<Tables>) => trx.selectFrom('survey_hearing_line').select(LINE);

/** In the order in which they were said. */
export const linesOf = (trx: Transaction<Tables>, hearingId: string): Promise<StoredLine[]> =>
  lines(trx).where('hearing_id', '=', hearingId).orderBy('at').orderBy('number').execute();

export const linesOfEvent = (trx: Transaction<Tables>, eventId: string): Promise<StoredLine[]> =>
  lines(trx).where('event_id', '=', eventId).orderBy('at').orderBy('number').orderBy('id').execute();

export const lockLine = (
  trx: Transaction<Tables>,
  hearingId: string,
  id: string,
): Promise<StoredLine | undefined> =>
  lines(trx).where('hearing_id', '=', hearingId).where('id', '=', id).forUpdate().executeTakeFirst();

export const lineOfClient = (
  trx: Transaction<Tables>,
  hearingId: string,
  clientId: string,
): Promise<StoredLine | undefined> =>
  lines(trx).where('hearing_id', '=', hearingId).where('client_id', '=', clientId).executeTakeFirst();

/** Numbers are given under the hearing's lock; withdrawn lines keep theirs. */
export async function countLines(trx: Transaction<Tables>, hearingId: string): Promise<number> {
  const { count } = await trx
    .selectFrom('survey_hearing_line')
    .select((e) => e.fn.countAll<string>().as('count'))
    .where('hearing_id', '=', hearingId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

type Written = Pick<LineView, 'speaker' | 'text' | 'certainty' | 'question' | 'materialId'> & {
  readonly at: Temporal.Instant;
  readonly claims: readonly ClaimSaid[];
};
const columnsOf = ({ at, speaker, text, certainty, question, materialId, claims }: Written) => ({
  at: at.toString(),
  speaker,
  text,
  certainty,
  question,
  material_id: materialId,
  claims: JSON.stringify(claims),
});

export async function insertLine(
  trx: Transaction<Tables>,
  orgId: string,
  line: Written & {
    readonly id: string;
    readonly hearingId: string;
    readonly eventId: string;
    readonly clientId: string;
    readonly number: number;
  },
  by: string,
  now: Temporal.Instant,
): Promise<void> {
  await trx
    .insertInto('survey_hearing_line')
    .values({
      org_id: orgId,
      id: line.id,
      hearing_id: line.hearingId,
      event_id: line.eventId,
      client_id: line.clientId,
      number: line.number,
      revision: 1,
      ...columnsOf(line),
      earlier: '[]',
      written_by: by,
      written_at: now.toString(),
    })
    .execute();
}

export async function updateLine(
  trx: Transaction<Tables>,
  id: string,
  line: Written & { readonly revision: number; readonly earlier: LineView['earlier'] },
): Promise<void> {
  await trx
    .updateTable('survey_hearing_line')
    .set({ ...columnsOf(line), revision: line.revision, earlier: JSON.stringify(line.earlier) })
    .where('id', '=', id)
    .execute();
}

export async function withdrawLine(
  trx: Transaction<Tables>,
  id: string,
  revision: number,
  reason: string,
): Promise<void> {
  await trx
    .updateTable('survey_hearing_line')
    .set({ withdrawn: reason, revision })
    .where('id', '=', id)
    .execute();
}
