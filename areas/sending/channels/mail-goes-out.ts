import { type Context, reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { channelsConfigured } from './store.ts';

/** Whether a mail server is set up: nothing is promised by mail that cannot be sent. */
export async function mailGoesOut(ctx: Context): Promise<boolean> {
  permit(ctx, 'channel.read');
  return (await reading(ctx, channelsConfigured)).has('email');
}
