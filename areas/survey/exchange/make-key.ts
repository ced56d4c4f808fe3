import { generateKeyPairSync } from 'node:crypto';
import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { seal } from '../../../kernel/secret.ts';
import { publicHalf } from '../../../kernel/signing.ts';
import { record } from '../../record.ts';
import { printOf, spoken } from './card-text.ts';
import { insertKey, lockKeys } from './peers/index.ts';
import { anyWaiting } from './store.ts';

/**
 * Makes the organisation's key, or another one: then everybody has to confirm it anew, and numbers begin again. What was
 * signed by the former has to have gone.
 */
export async function makeKey(ctx: Context): Promise<{ fingerprint: string }> {
  permit(ctx, 'survey.manage');
  const { privateKey } = generateKeyPairSync('ed25519');
  const publicKey = publicHalf(privateKey);
  const print = printOf(publicKey);
  await inTransaction(ctx, async (tx) => {
    await lockKeys(tx.sql, ctx.orgId);
    if (await anyWaiting(tx.sql))
      throw new Fault('conflict', {
        detail: {
          ja: '送信待ちのパッケージがあります。すべて送信されてから、鍵を作成してください',
          en: 'Packages are waiting to be sent. Make another key once they have gone',
        },
      });
    const sealed = seal(ctx.instance.secret, String(privateKey.export({ format: 'pem', type: 'pkcs8' })));
    await insertKey(tx.sql, ctx.orgId, { print, publicKey, sealed }, ctx.now);
    record(tx, 'exchange.key-made', { body: { fingerprint: print } });
  });
  return { fingerprint: spoken(print) };
}
