import { type Context, inTransaction, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { findPeer } from '../exchange/index.ts';
import { keepReading } from '../intake/acts.ts';
import { titlesOfEvents } from '../intake/index.ts';
import { commentsOf } from './comments/index.ts';
import { recordOfEvent } from './event-record.ts';
import { materialsOf } from './handed/index.ts';
import { linesOf } from './minutes/index.ts';
import { peersOfHearing } from './packages/index.ts';
import { questionsOf } from './rules.ts';
import type { HearingFilter, HearingSummary, HearingView } from './schema.ts';
import { findHearing, listHearings, type StoredHearing } from './store.ts';

const summaryOf = (
  { startsAt, endsAt, ...hearing }: StoredHearing,
  titles: Awaited<ReturnType<typeof titlesOfEvents>>,
): HearingSummary => {
  const { title = '', number = null } = titles.get(hearing.eventId) ?? {};
  const { id, eventId, version, state, zone, mode, place, attendees, note, cancelledReason } = hearing;
  const planned = { id, eventId, version, state, zone, mode, place, attendees, note, cancelledReason };
  return { ...planned, startsAt: startsAt.toString(), endsAt: endsAt.toString(), title, number };
};

export async function hearingsFor(
  ctx: Context,
  filter: HearingFilter,
): Promise<{ hearings: HearingSummary[]; next: string | null }> {
  permit(ctx, 'survey.intake');
  return reading(ctx, async (trx) => {
    const found = await listHearings(trx, filter);
    const titles = await titlesOfEvents(trx, [...new Set(found.map(({ eventId }) => eventId))]);
    const last = found.length === filter.limit ? found.at(-1) : undefined;
    return {
      hearings: found.map((each) => summaryOf(each, titles)),
      next: last ? `${last.startsAt}~${last.id}` : null,
    };
  });
}

/** A hearing with what is still to be asked and what was said; it shows what reports say, so that is written down. */
export async function lookAtHearing(ctx: Context, id: string): Promise<HearingView> {
  permit(ctx, 'survey.intake');
  return inTransaction(ctx, async (tx) => {
    const hearing = await findHearing(tx.sql, id);
    if (!hearing) throw new Fault('not-found');
    const { eventId, cooperation, edition, sentAt, confirmedAt, confirmedBy } = hearing;
    const told = await recordOfEvent(tx.sql, eventId);
    for (const { id: reportId, versions } of told.reports)
      await keepReading(tx, reportId, versions.at(-1)?.version ?? 0, 'read');
    const lines = await linesOf(tx.sql, id);
    const peers = [];
    for (const peerId of await peersOfHearing(tx.sql, hearing)) {
      const peer = await findPeer(tx.sql, peerId);
      if (peer?.state === 'pinned') peers.push({ id: peer.id, name: peer.name });
    }
    return {
      peers,
      ...summaryOf(hearing, await titlesOfEvents(tx.sql, [eventId])),
      questions: questionsOf(told),
      lines: lines.map(({ hearingId: _, at, ...line }) => ({ ...line, at: at.toString() })),
      materials: await materialsOf(tx.sql, id),
      comments: await commentsOf(tx.sql, id),
      cooperation,
      edition,
      sentAt: sentAt?.toString() ?? null,
      confirmedAt: confirmedAt?.toString() ?? null,
      confirmedBy,
    };
  });
}
