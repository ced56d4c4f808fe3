import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { readPackage } from './package-text.ts';
import { findSent, receiptOf, receivedContent } from './store.ts';

interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A package of ours, to be handed over by a person. */
export async function sentFile(ctx: Context, id: string): Promise<NamedFile> {
  permit(ctx, 'survey.read');
  const sent = await reading(ctx, (trx) => findSent(trx, id));
  if (!sent) throw new Fault('not-found');
  return { name: `sonae-${sent.kind}-${sent.number}.sonae`, bytes: sent.content };
}

/** What we signed for a package, for whoever brought it. */
export async function receiptFile(ctx: Context, id: string): Promise<NamedFile> {
  permit(ctx, 'survey.read');
  const bytes = await reading(ctx, (trx) => receiptOf(trx, id));
  if (!bytes) throw new Fault('not-found');
  return { name: `sonae-receipt-${id.slice(0, 8)}.sonae`, bytes };
}

/** A file that came with a package; its name is that of its place, for the sender's may be anything. */
export async function attachmentFile(ctx: Context, id: string, position: number): Promise<NamedFile> {
  permit(ctx, 'survey.read');
  const content = await reading(ctx, (trx) => receivedContent(trx, id));
  const found = content && content.length > 0 ? readPackage(content).attachments[position] : undefined;
  if (!found) throw new Fault('not-found');
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(found.name)?.[0] ?? '';
  return { name: `attachment-${position + 1}${ending}`, bytes: found.content };
}
