import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { contentOf, findAttachment, type StoredAttachment } from './store.ts';

/**
 * A file of an incident, for whoever sees the incident.
 * @param known hash of the file the caller has already: then its bytes are not read again
 */
export async function readAttachment(
  ctx: Context,
  incidentId: string,
  id: string,
  known?: string,
): Promise<StoredAttachment & { readonly content: Uint8Array | undefined }> {
  permit(ctx, 'incident.read');
  return reading(ctx, async (trx) => {
    const found = await findAttachment(trx, incidentId, id);
    if (!found) throw new Fault('not-found');
    return { ...found, content: found.sha256 === known ? undefined : await contentOf(trx, id) };
  });
}
