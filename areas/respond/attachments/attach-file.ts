import { createHash } from 'node:crypto';
import { type Context, inTransaction } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { lineOfClient } from '../../ledger/index.ts';
import { record } from '../../record.ts';
import { lockIncident } from '../incidents/index.ts';
import { keptOf, plainName } from './rules.ts';
import { type Attaching, LARGEST_FILE_BYTES, LARGEST_INCIDENT_BYTES } from './schema.ts';
import { bytesHeld, insertAttachment } from './store.ts';
import { EMPTY_FILE, FILE_TOO_LARGE, INCIDENT_FULL, TOO_MANY_PIXELS } from './words.ts';

/** Puts a picture or a file on the timeline, without the place a picture was taken at. @returns its id */
export async function attachFile(
  ctx: Context,
  incidentId: string,
  given: Attaching,
  content: Uint8Array,
): Promise<{ id: string }> {
  permit(ctx, 'timeline.write');
  if (content.length === 0) throw new Fault('malformed', { detail: EMPTY_FILE });
  if (content.length > LARGEST_FILE_BYTES) throw new Fault('too-large', { detail: FILE_TOO_LARGE });
  const kept = keptOf(content);
  if (!kept) throw new Fault('too-large', { detail: TOO_MANY_PIXELS });
  const { type, bytes } = kept;
  const told = {
    id: ctx.newId(),
    name: plainName(given.name),
    type,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
  return inTransaction(ctx, async (tx) => {
    if (!(await lockIncident(tx.sql, incidentId))) throw new Fault('not-found');
    const { clientId, note } = given;
    // Whoever lost the answer sends it again; under the incident's lock, so that two are never both the first.
    const before = clientId && (await lineOfClient(tx.sql, incidentId, clientId));
    if (before) return { id: String(before.body['id']) };
    if ((await bytesHeld(tx.sql, incidentId)) + told.size > LARGEST_INCIDENT_BYTES)
      throw new Fault('too-large', { detail: INCIDENT_FULL });
    await insertAttachment(
      tx.sql,
      ctx.orgId,
      { ...told, incidentId, content: bytes },
      byOf(ctx.actor),
      ctx.now,
    );
    record(tx, 'timeline.attached', { incidentId, body: { ...told, note, ...(clientId && { clientId }) } });
    return { id: told.id };
  });
}
