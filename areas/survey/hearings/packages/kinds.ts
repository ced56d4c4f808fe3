import { Fault } from '../../../../kernel/errors.ts';
import type { PackageKind } from '../../exchange/index.ts';
import { KIND_WORDS } from '../../exchange/words.ts';
import { confirmWithin, keepComment } from '../confirm-minutes.ts';
import { lockHearing } from '../store.ts';
import { NOT_COMPLETED } from '../words.ts';
import { commentsBy, minutesPeer } from './index.ts';
import { type MinutesSaidPackage, minutesSaidPackage } from './schema.ts';

/** What an operator says of the minutes it was sent: comments that came before are the same ones. */
const takeSaid: PackageKind['accept'] = async (tx, { payload, peer }) => {
  const { ref, edition, by, confirm, comments } = payload as MinutesSaidPackage;
  const hearing = await lockHearing(tx.sql, ref);
  if (!hearing || (await minutesPeer(tx.sql, ref)) !== peer.id) throw new Fault('not-found');
  if (hearing.state !== 'completed' || hearing.confirmedAt)
    throw new Fault('conflict', { detail: NOT_COMPLETED });
  const known = await commentsBy(tx.sql, ref, peer.id);
  for (const comment of comments.filter(({ id }) => !known.has(id)))
    await keepComment(tx, ref, { ...comment, by }, peer.id);
  if (confirm) await confirmWithin(tx, hearing, { by, seen: edition });
};

/** What a surveying body takes of whoever it heard. */
export const HEARING_KINDS: readonly PackageKind[] = [
  {
    name: 'minutes-confirmed',
    words: KIND_WORDS['minutes-confirmed'],
    payload: minutesSaidPackage,
    byHand: false,
    accept: takeSaid,
  },
];
