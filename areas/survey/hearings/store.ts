import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type {
  Cooperation,
  HearingFilter,
  HearingState,
  HearingSummary,
  NewHearing,
  OwnQuestion,
  Section,
} from './schema.ts';

const HEARING = [
  'id',
  'event_id as eventId',
  'version',
  'state',
  'starts_at as startsAt',
  'ends_at as endsAt',
  'zone',
  'mode',
  'place',
  'attendees',
  'note',
  'cancelled_reason as cancelledReason',
  'cooperation',
  'edition',
  'sent_at as sentAt',
  'confirmed_at as confirmedAt',
  'confirmed_by as confirmedBy',
] as const;

export interface StoredHearing extends Omit<HearingSummary, 'startsAt' | 'endsAt' | 'title' | 'number'> {
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly cooperation: Cooperation | null;
  readonly edition: number;
  readonly sentAt: Temporal.Instant | null;
  readonly confirmedAt: Temporal.Instant | null;
  readonly confirmedBy: string;
}

const hearings = (trx: Transaction<Tables>) => trx.selectFrom('survey_hearing').select(HEARING);

export const findHearing = (trx: Transaction<Tables>, id: string): Promise<StoredHearing | undefined> =>
  hearings(trx).where('id', '=', id).executeTakeFirst();

export const lockHearing = (trx: Transaction<Tables>, id: string): Promise<StoredHearing | undefined> =>
  hearings(trx).where('id', '=', id).forUpdate().executeTakeFirst();

/** All hearings of an event, kept as they are to the end of the transaction; the first to be held first. */
export const hearingsOfEvent = (trx: Transaction<Tables>, eventId: string): Promise<StoredHearing[]> =>
  hearings(trx).where('event_id', '=', eventId).orderBy('starts_at').orderBy('id').forShare().execute();

/** The latest first; `before` is start and id of the last one seen. */
export function listHearings(
  trx: Transaction<Tables>,
  { eventId, state, before, limit }: HearingFilter,
): Promise<StoredHearing[]> {
  const [beforeAt = null, beforeId = null] = before?.split('~') ?? [];
  return hearings(trx)
    .$if(eventId !== undefined, (q) => q.where('event_id', '=', eventId ?? ''))
    .$if(state !== 'any', (q) => q.where('state', '=', state as HearingState))
    .$if(before !== undefined, (q) =>
      q.where(sql<boolean>`(starts_at, id) < (${beforeAt}::timestamptz, ${beforeId}::uuid)`),
    )
    .orderBy('starts_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

const columnsOf = ({
  startsAt,
  endsAt,
  attendees,
  zone,
  mode,
  place,
  note,
}: Omit<NewHearing, 'eventId'>) => ({
  starts_at: Temporal.Instant.from(startsAt).toString(),
  ends_at: Temporal.Instant.from(endsAt).toString(),
  attendees: JSON.stringify(attendees),
  zone,
  mode,
  place,
  note,
});

export async function insertHearing(
  trx: Transaction<Tables>,
  orgId: string,
  id: string,
  hearing: NewHearing,
  by: string,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .insertInto('survey_hearing')
    .values({
      org_id: orgId,
      id,
      event_id: hearing.eventId,
      version: 1,
      state: 'planned',
      ...columnsOf(hearing),
      cancelled_reason: '',
      edition: 0,
      confirmed_by: '',
      confirmed_sha256: '',
      planned_by: by,
      changed_at: at.toString(),
    })
    .execute();
}

type Setting = Partial<{
  state: HearingState;
  cancelled_reason: string;
  cooperation: string;
  sent_at: string | null;
  edition: number;
  confirmed_at: string;
  confirmed_by: string;
  confirmed_sha256: string;
}>;
export async function setHearing(
  trx: Transaction<Tables>,
  id: string,
  setting: Setting,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('survey_hearing')
    .set({ ...setting, changed_at: at.toString() })
    .where('id', '=', id)
    .execute();
}

export async function updateHearing(
  trx: Transaction<Tables>,
  id: string,
  version: number,
  hearing: Omit<NewHearing, 'eventId'>,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('survey_hearing')
    .set({ ...columnsOf(hearing), version, changed_at: at.toString() })
    .where('id', '=', id)
    .execute();
}

/** Questions the secretariat wrote itself; they are of the event, whichever hearing they were asked in. */
export const ownQuestionsOf = (
  trx: Transaction<Tables>,
  eventId: string,
): Promise<{ id: string; section: Section; text: string }[]> =>
  trx
    .selectFrom('survey_hearing_question')
    .select(['id', 'section', 'text'])
    .where('event_id', '=', eventId)
    .orderBy('id')
    .execute();

export async function insertQuestion(
  trx: Transaction<Tables>,
  orgId: string,
  { id, eventId, section, text }: OwnQuestion & { readonly id: string; readonly eventId: string },
  by: string,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .insertInto('survey_hearing_question')
    .values({ org_id: orgId, id, event_id: eventId, section, text, added_by: by, added_at: at.toString() })
    .execute();
}
