import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { fieldFaultsOf } from '../../../kernel/shape-faults.ts';
import { sendPackageWithin } from './acts.ts';
import { isValueWithinBounds } from './bounds.ts';
import { type Kinds, kindOf } from './kind.ts';
import type { Outgoing } from './schema.ts';
import { REFUSALS } from './words.ts';

/** Sends a package that somebody wrote; those that are part of something are sent by it. */
export async function sendPackage(
  ctx: Context,
  kinds: Kinds,
  { attachments, ...wanted }: Outgoing,
): Promise<{ id: string }> {
  permit(ctx, 'report.send');
  const kind = kindOf(kinds, wanted.kind);
  if (!kind?.byHand)
    throw invalidField('kind', {
      ja: 'この種類のパッケージは、ここからは送信できません',
      en: 'Packages of this kind cannot be sent from here',
    });
  // What the recipient could not take does not leave.
  if (!isValueWithinBounds(wanted.payload)) throw invalidField('payload', REFUSALS.excessive);
  const read = kind.payload.safeParse(wanted.payload);
  if (!read.success)
    throw new Fault('invalid', { fields: fieldFaultsOf(read.error, 'payload', ['payload']) });
  const files = attachments.map((each) => ({ ...each, content: Buffer.from(each.content, 'base64') }));
  return inTransaction(ctx, async (tx) => ({
    id: await sendPackageWithin(tx, { ...wanted, attachments: files }),
  }));
}
