import { confirmKey } from '../areas/survey/exchange/confirm-key.ts';
import { keepPeer } from '../areas/survey/exchange/keep-peer.ts';
import { makeKey } from '../areas/survey/exchange/make-key.ts';
import { cardOf } from '../areas/survey/exchange/own-card.ts';
import { receivePackage } from '../areas/survey/exchange/receive-package.ts';
import { KINDS } from '../areas/survey/kinds.ts';
import { type Context, reading } from '../database/transaction.ts';
import type { TestHouse } from './house.ts';

/** An organisation that exchanges packages, with somebody who may do all of it. */
export interface Side {
  readonly id: string;
  readonly ctx: Context;
}

export async function member(house: TestHouse, id: string): Promise<Side> {
  const side = { id, ctx: house.as(id, await house.person(id, ['administrator']), ['administrator']) };
  await makeKey(side.ctx);
  return side;
}

/** One pins the key of the other. */
export async function pin(one: Side, other: Side): Promise<void> {
  const { card, fingerprint } = await reading(other.ctx, (trx) => cardOf(trx, other.ctx));
  await keepPeer(one.ctx, { card: card ?? '', allowInner: false, via: null });
  await confirmKey(one.ctx, other.id, fingerprint ?? '');
}

/** What one has signed for the other and no receipt came for, in its order. */
export const waiting = (house: TestHouse, from: Side, to: Side) =>
  house.clone.query<{ content: Buffer }>(
    `SELECT content FROM sonae.survey_sent WHERE org_id = $1 AND peer_id = $2 AND state NOT IN ('receipted', 'refused') ORDER BY number`,
    [from.id, to.id],
  );

/** Carries it as files, each as often as told, and the receipts back. */
export async function carry(house: TestHouse, from: Side, to: Side, times = 1): Promise<void> {
  for (const { content } of await waiting(house, from, to))
    for (let time = 0; time < times; time += 1) {
      const { receipt } = await receivePackage(house.system(to.id), KINDS, content, 'file');
      if (receipt) await receivePackage(house.system(from.id), KINDS, receipt, 'file');
    }
}
