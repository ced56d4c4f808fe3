import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { Line } from '../../ledger/index.ts';
import { timesOf } from '../timeline/rules.ts';
import { type Clock, clockOf } from './rules.ts';
import { lastHeadquarters, type StoredHeadquarters } from './store.ts';

/** The last headquarters of an incident with its clock, which runs from when the incident was noticed as the record says now. */
export async function headquartersIn(
  trx: Transaction<Tables>,
  incidentId: string,
  lines: readonly Line[],
): Promise<(StoredHeadquarters & (Clock | { readonly seconds: null; readonly met: null })) | undefined> {
  const made = await lastHeadquarters(trx, incidentId);
  if (!made) return undefined;
  const noticed = timesOf(lines).noticed ?? { at: made.noticedAt, precision: 'second' };
  const setUp = lines.findLast(
    ({ kind, body }) => kind === 'headquarters.set-up' && body['headquartersId'] === made.id,
  );
  return {
    ...made,
    noticedAt: noticed.at,
    ...((setUp && clockOf(noticed, setUp, made.targetMinutes)) || { seconds: null, met: null }),
  };
}
