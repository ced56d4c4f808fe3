import { type Context, inTransaction, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { type Kinds, kindOf, type Looked } from './kind.ts';
import { type Package, readPackage } from './package-text.ts';
import { findSent, receiptOf, receivedContent } from './store.ts';

interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A package of ours, to be handed over by a person. */
export async function sentFile(ctx: Context, id: string): Promise<NamedFile> {
  permit(ctx, 'report.send');
  const sent = await reading(ctx, (trx) => findSent(trx, id));
  if (!sent) throw new Fault('not-found');
  return { name: `sonae-${sent.kind}-${sent.number}.sonae`, bytes: sent.content };
}

/** What we signed for a package, for whoever brought it. */
export async function receiptFile(ctx: Context, id: string): Promise<NamedFile> {
  permit(ctx, 'survey.intake');
  const bytes = await reading(ctx, (trx) => receiptOf(trx, id));
  if (!bytes) throw new Fault('not-found');
  return { name: `sonae-receipt-${id.slice(0, 8)}.sonae`, bytes };
}

/** Something of a package that was taken; whoever answers for its kind is told that it is read. */
async function ofReceived<T>(
  ctx: Context,
  kinds: Kinds,
  id: string,
  what: Looked['what'],
  wanted: (found: Package) => T | undefined,
): Promise<T> {
  permit(ctx, 'report.send');
  return inTransaction(ctx, async (tx) => {
    const received = await receivedContent(tx.sql, id);
    // Of what was refused nothing is kept but that it was.
    const found = received && received.content.length > 0 ? readPackage(received.content) : undefined;
    const asked = found && wanted(found);
    if (!received || !found || asked === undefined) throw new Fault('not-found');
    const { kind, payload } = found.envelope;
    if (!kindOf(kinds, kind)?.forSenders) permit(ctx, 'survey.intake');
    const { peerId } = received;
    await kindOf(kinds, kind)?.read?.(tx, { payload, peerId, what });
    record(tx, 'package.read', { body: { packageId: id, peerId, kind, what } });
    return asked;
  });
}

export const readReceived = (ctx: Context, kinds: Kinds, id: string): Promise<Package> =>
  ofReceived(ctx, kinds, id, 'read', (found) => found);

/** A file that came with a package; its name is that of its place, for the sender's may be anything. */
export async function attachmentFile(
  ctx: Context,
  kinds: Kinds,
  id: string,
  position: number,
): Promise<NamedFile> {
  const { name, content } = await ofReceived(
    ctx,
    kinds,
    id,
    'download',
    ({ attachments }) => attachments[position],
  );
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? '';
  return { name: `attachment-${position + 1}${ending}`, bytes: content };
}
