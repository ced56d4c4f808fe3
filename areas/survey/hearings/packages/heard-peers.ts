import type { Transaction } from 'kysely';
import type { Tables } from '../../../../database/tables.ts';
import { operatorsOfEvent, peersOfEvent, peersOfOperator } from '../../intake/index.ts';
import { findOperator } from '../../operators/index.ts';
import type { StoredHearing } from '../store.ts';
import { isHeard } from './rules.ts';
import { minutesPeer } from './store.ts';

/** Organisations that reported the event; where contacts of the register were heard, those of their operators alone. */
async function reportersHeard(
  trx: Transaction<Tables>,
  { eventId, attendees }: Pick<StoredHearing, 'eventId' | 'attendees'>,
): Promise<string[]> {
  const reporters = await peersOfEvent(trx, eventId);
  const theirs: string[][] = [];
  for (const id of (await operatorsOfEvent(trx, eventId)).ids) {
    const operator = await findOperator(trx, id);
    if (operator && isHeard(operator.contacts, attendees)) theirs.push(await peersOfOperator(trx, id));
  }
  return theirs.length === 0 ? reporters : reporters.filter((peer) => theirs.flat().includes(peer));
}

/** To whose own Sonae minutes can go: once somebody has them, to nobody else. */
export async function peersOfHearing(
  trx: Transaction<Tables>,
  hearing: Pick<StoredHearing, 'id' | 'eventId' | 'attendees'>,
): Promise<string[]> {
  const holder = await minutesPeer(trx, hearing.id);
  const heard = await reportersHeard(trx, hearing);
  return holder === undefined ? heard : heard.filter((peer) => peer === holder);
}
