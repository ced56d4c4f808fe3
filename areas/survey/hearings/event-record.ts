import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { toldOfEvent } from '../intake/index.ts';
import { linesOfEvent } from './minutes/index.ts';
import type { EventRecord } from './rules.ts';
import { ownQuestionsOf } from './store.ts';

/** All that is known of an event: its reports, version by version, and what was said in its hearings. */
export async function recordOfEvent(trx: Transaction<Tables>, eventId: string): Promise<EventRecord> {
  const lines = await linesOfEvent(trx, eventId);
  return {
    reports: await toldOfEvent(trx, eventId),
    lines: lines.filter(({ withdrawn }) => withdrawn === null),
    own: await ownQuestionsOf(trx, eventId),
  };
}
