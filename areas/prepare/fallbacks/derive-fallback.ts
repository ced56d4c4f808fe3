import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import type { Language } from '../../../kernel/language.ts';
import { permit } from '../../../kernel/permit.ts';
import { keepEntryOf } from '../register-entries/keep-entry.ts';
import { readRegister } from '../registers/index.ts';
import { FALLBACKS } from './register.ts';
import { derivedForCyber } from './rules.ts';

/** Writes a fallback for a cyber attack from another one. @throws Fault `conflict` when it was derived before */
export async function deriveFallback(
  ctx: Context,
  key: string,
  language: Language,
): Promise<{ key: string }> {
  permit(ctx, 'register.manage');
  const from = (await reading(ctx, (trx) => readRegister(trx, FALLBACKS))).find((each) => each.key === key);
  if (!from) throw new Fault('not-found');
  const derived = derivedForCyber(from.entry, language);
  await keepEntryOf(ctx, { kind: FALLBACKS, guard: null }, 0, derived);
  return { key: derived.key };
}
