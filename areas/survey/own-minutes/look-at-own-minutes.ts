import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { findPeer } from '../exchange/index.ts';
import type { OwnMinutesSummary, OwnMinutesView } from './schema.ts';
import { findOwnMinutes, listOwnMinutes, type OwnMinutes, saidOf } from './store.ts';

type Said = Awaited<ReturnType<typeof saidOf>>;

/** Confirmed once the recipient signed for it; sent while an answer has no receipt. */
const stateOf = (said: Said): OwnMinutesSummary['state'] =>
  said.some(({ confirm, outcome }) => confirm && outcome === 'taken')
    ? 'confirmed'
    : said.some(({ outcome }) => outcome === null)
      ? 'sent'
      : 'open';

async function summaryOf(
  trx: Transaction<Tables>,
  { id, peerId, document, receivedAt }: OwnMinutes,
  said: Said,
): Promise<OwnMinutesSummary> {
  const { startsAt, zone } = document;
  const peer = (await findPeer(trx, peerId))?.name ?? '';
  return { id, peer, startsAt, zone, state: stateOf(said), receivedAt: receivedAt.toString() };
}

/** Minutes we were asked to confirm, the latest first. */
export async function ownMinutesFor(ctx: Context): Promise<OwnMinutesSummary[]> {
  permit(ctx, 'report.send');
  return reading(ctx, async (trx) => {
    const all: OwnMinutesSummary[] = [];
    for (const each of await listOwnMinutes(trx))
      all.push(await summaryOf(trx, each, await saidOf(trx, each.id)));
    return all;
  });
}

export async function lookAtOwnMinutes(ctx: Context, id: string): Promise<OwnMinutesView> {
  permit(ctx, 'report.send');
  return reading(ctx, async (trx) => {
    const minutes = await findOwnMinutes(trx, id);
    if (!minutes) throw new Fault('not-found');
    const said = await saidOf(trx, id);
    const { lines, comments: answered } = minutes.document;
    const known = new Map(answered.map((each) => [each.id, each]));
    // What was not told of yet is as we said it.
    const comments = said
      .filter(({ outcome }) => outcome !== 'refused')
      .flatMap((each) => each.comments)
      .map((each) => known.get(each.id) ?? { ...each, answer: null, reason: '' });
    const [last] = said;
    return {
      ...(await summaryOf(trx, minutes, said)),
      edition: minutes.edition,
      lines,
      comments,
      refused: last?.outcome === 'refused' ? last.reason : '',
    };
  });
}
