import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { notAhead } from '../../../kernel/happened.ts';
import { permit } from '../../../kernel/permit.ts';
import { lineOfClient } from '../../ledger/index.ts';
import { record } from '../../record.ts';
import { inIncident, lockIncident } from '../incidents/index.ts';
import type { NewEntry } from './schema.ts';
import { tellMentioned } from './tell-mentioned.ts';
import { typedBefore } from './typed-before.ts';

/** A note on the timeline, now or for an earlier time that is known as precisely as it says. */
export async function addEntry(ctx: Context, incidentId: string, entry: NewEntry): Promise<void> {
  permit(ctx, 'timeline.write');
  const at = entry.at === undefined ? undefined : notAhead(Temporal.Instant.from(entry.at), ctx.now, 'at');
  const happened = at ?? typedBefore(entry.typedAt, ctx.now);
  await inTransaction(ctx, async (tx) => {
    if (!(await lockIncident(tx.sql, incidentId))) throw new Fault('not-found');
    // Whoever lost the answer sends it again; under the incident's lock, so that two are never both the first.
    if (entry.clientId && (await lineOfClient(tx.sql, incidentId, entry.clientId))) return;
    const mentions = [...new Set(entry.mentions)];
    await inIncident(tx.sql, incidentId, mentions, 'mentions');
    const precision = at ? entry.precision : 'second';
    record(tx, 'timeline.noted', {
      incidentId,
      at: happened,
      precision,
      body: {
        text: entry.text,
        ...(entry.figure && { figure: true }),
        ...(entry.is && { is: entry.is }),
        ...(entry.certainty && { certainty: entry.certainty }),
        ...(entry.clientId && { clientId: entry.clientId }),
        ...(mentions.length > 0 && { mentions }),
      },
    });
    const about = entry.clientId ?? ctx.newId();
    await tellMentioned(tx, incidentId, { about, text: entry.text, personIds: mentions });
  });
}
