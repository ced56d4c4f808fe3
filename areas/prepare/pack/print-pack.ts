import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import type { Language } from '../../../kernel/language.ts';
import { permit } from '../../../kernel/permit.ts';
import { type PackFormat, renderPack } from '../../../report/document/render-pack.ts';
import { readOrganisation } from '../parties/index.ts';
import { packDocument } from './compose-pack.ts';
import { sealInWorker } from './seal-in-worker.ts';
import { readPack } from './store.ts';

/** The pack as a file. @throws Fault `not-found` before the first version was made */
export async function printPack(ctx: Context, language: Language, format: PackFormat): Promise<Uint8Array> {
  permit(ctx, 'register.read');
  permit(ctx, 'person.read');
  const content = await reading(ctx, async (trx) => {
    const pack = await readPack(trx);
    const organisation = await readOrganisation(trx);
    if (!pack || !organisation) throw new Fault('not-found');
    return packDocument(
      { organisation: organisation.name, timeZone: organisation.timeZone },
      pack.content[language],
      pack,
      language,
    );
  });
  return renderPack(content, format);
}

/**
 * The same under a passphrase, for a stick or a mailbox: an age file (https://age-encryption.org/v1), which the program
 * `age` and others open where Sonae is not at hand.
 */
export async function sealPack(
  ctx: Context,
  language: Language,
  format: PackFormat,
  passphrase: string,
): Promise<Uint8Array> {
  return sealInWorker(await printPack(ctx, language, format), passphrase);
}
