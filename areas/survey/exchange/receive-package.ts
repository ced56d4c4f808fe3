import { type Context, inTransaction } from '../../../database/transaction.ts';
import { lending, permit } from '../../../kernel/permit.ts';
import type { Kinds } from './kind.ts';
import { logRefusal } from './log-refusal.ts';
import { type Package, readPackage } from './package-text.ts';
import { Refusal } from './refusal.ts';
import type { Door } from './schema.ts';
import { NotAccepted, type Taken, takeWithin } from './take-package.ts';

/** One may carry another, and each is refused once at most. */
const MOST_NOT_ACCEPTED = 3;

/**
 * Receives a package, or a receipt, from whoever hands it in: by whom it is, its signature alone says.
 * @throws Refusal, which is kept among the refused
 */
export async function receivePackage(ctx: Context, kinds: Kinds, bytes: Buffer, door: Door): Promise<Taken> {
  permit(ctx, 'report.send');
  let found: Package | undefined;
  try {
    found = readPackage(bytes);
    return await take(ctx, kinds, found);
  } catch (error) {
    if (error instanceof Refusal) await logRefusal(ctx, error, found, door);
    throw error;
  }
}

/** Takes one package, whole or not at all; a package within it may be refused while it is taken. */
async function take(ctx: Context, kinds: Kinds, package_: Package): Promise<Taken> {
  const refusing = new Map<string, string>();
  for (;;) {
    try {
      // What a package writes at the desk it writes for its sender, whoever carried the file in.
      return await inTransaction(lending(ctx, 'survey.intake'), (tx) =>
        takeWithin(tx, package_, { kinds, refusing, via: null }),
      );
    } catch (error) {
      if (!(error instanceof NotAccepted) || refusing.size >= MOST_NOT_ACCEPTED) throw error;
      refusing.set(error.packageId, error.reason);
    }
  }
}
