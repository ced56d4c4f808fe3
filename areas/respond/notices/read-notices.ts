import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import {
  countMessages,
  findMessage,
  latestAbout as latestMessageAbout,
  listMessages,
  lockMessage,
} from '../../sending/outbox/index.ts';
import type { MessageRow } from '../../sending/outbox/schema.ts';
import { messageState, NOTICE, noticeState } from './rules.ts';
import type { NoticeFilter, NoticeKind, NoticeState } from './schema.ts';

export interface Notice extends Omit<MessageRow, 'kind' | 'state'> {
  readonly kind: NoticeKind;
  readonly state: NoticeState;
}

const asNotice = (message: MessageRow | undefined): Notice | undefined =>
  message?.purpose === NOTICE.name
    ? { ...message, kind: message.kind as NoticeKind, state: noticeState(message.state) }
    : undefined;

export const findNotice = async (trx: Transaction<Tables>, id: string): Promise<Notice | undefined> =>
  asNotice(await findMessage(trx, id));

export const lockNotice = async (trx: Transaction<Tables>, id: string): Promise<Notice | undefined> =>
  asNotice(await lockMessage(trx, id));

/** Of one incident, in the order in which they were made. */
export async function listNotices(
  trx: Transaction<Tables>,
  incidentId: string,
  { state, ...filter }: NoticeFilter,
): Promise<Notice[]> {
  const messages = await listMessages(trx, {
    ...filter,
    purpose: NOTICE.name,
    incidentId,
    ...(state && { state: messageState(state) }),
  });
  return messages.flatMap((message) => asNotice(message) ?? []);
}

/** How many of an incident's notices are in which state. */
export async function countNotices(
  trx: Transaction<Tables>,
  incidentId: string,
): Promise<{ kind: NoticeKind; about: string; state: NoticeState; count: number }[]> {
  const counts = await countMessages(trx, NOTICE.name, incidentId);
  return counts.map(({ kind, state, ...each }) => ({
    ...each,
    kind: kind as NoticeKind,
    state: noticeState(state),
  }));
}

/** The newest about each of these. */
export async function latestAbout(
  trx: Transaction<Tables>,
  kind: NoticeKind,
  about: readonly string[],
): Promise<ReadonlyMap<string, Notice>> {
  const latest = await latestMessageAbout(trx, NOTICE.name, kind, about);
  return new Map(
    [...latest].flatMap(([key, message]) => {
      const notice = asNotice(message);
      return notice ? [[key, notice] as const] : [];
    }),
  );
}

/** More of them are not read one by one. */
const MOST_MENTIONS = 50;

/** Incidents in which an entry named somebody since a moment, whatever became of the message about it. */
export async function incidentsNaming(
  trx: Transaction<Tables>,
  personId: string,
  since: Temporal.Instant,
): Promise<string[]> {
  const told = await listMessages(trx, {
    purpose: NOTICE.name,
    kind: 'mention',
    personId,
    newestFirst: true,
    limit: MOST_MENTIONS,
  });
  const named = told.flatMap(({ incidentId, madeAt }) =>
    incidentId === null || Temporal.Instant.compare(madeAt, since) < 0 ? [] : incidentId,
  );
  return [...new Set(named)];
}
