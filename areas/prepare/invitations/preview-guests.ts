import { type Context, reading } from '../../../database/transaction.ts';
import { invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { readTableInWorker } from '../assets/importing/read-table-in-worker.ts';
import { invitationsOf, knownByEmail } from '../contacts/index.ts';
import { NEVER_INVITED, standingOf } from '../contacts/rules.ts';
import { unitTree } from '../parties/index.ts';
import { addressIn, columnsOf, readGuests } from './guests.ts';
import type { GuestRow } from './schema.ts';
import { GUEST_FAULTS } from './words.ts';

/** What each row of a table would change; nothing is changed until somebody says so. */
export async function previewGuests(
  ctx: Context,
  file: { readonly format: 'csv' | 'xlsx'; readonly content: string },
): Promise<GuestRow[]> {
  permit(ctx, 'person.manage');
  const content = new Uint8Array(Buffer.from(file.content, 'base64'));
  const table = await readTableInWorker({ format: file.format, content, reading: {} });
  const columns = columnsOf(table.headers);
  if (!columns) throw invalidField('content', GUEST_FAULTS.headers);
  return reading(ctx, async (trx) => {
    // As they are read: an address in full-width letters is the one that is there.
    const emails = table.rows.map(({ cells }) => addressIn(cells[columns.email ?? '']));
    const people = [...(await knownByEmail(trx, emails)).values()];
    const invitations = await invitationsOf(
      trx,
      people.map(({ id }) => id),
    );
    const read = readGuests(table.rows, columns, {
      units: await unitTree(trx),
      held: ctx.actor.permissions,
      language: ctx.language,
      standing: new Map(
        people.map(({ id, email }) => [
          email.toLowerCase(),
          standingOf(invitations.get(id) ?? NEVER_INVITED, ctx.now),
        ]),
      ),
    });
    return read.map((each) => ({ ...each, faults: each.faults.map((fault) => fault[ctx.language]) }));
  });
}
