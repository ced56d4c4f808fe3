import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import type { Language } from '../../../kernel/language.ts';
import { permit } from '../../../kernel/permit.ts';
import { keepEntryOf } from '../register-entries/keep-entry.ts';
import { readRegister } from '../registers/index.ts';
import { FALLBACKS } from './register.ts';
import { derivedForCyber, saysHow } from './rules.ts';

/** Writes a fallback for a cyber attack from another one. @throws Fault `conflict` when it was derived before */
export async function deriveFallback(
  ctx: Context,
  key: string,
  language: Language,
): Promise<{ key: string }> {
  permit(ctx, 'register.manage');
  const from = (await reading(ctx, (trx) => readRegister(trx, FALLBACKS))).find((each) => each.key === key);
  if (!from) throw new Fault('not-found');
  if (from.entry.scenarios.includes('cyberAttack') || !saysHow(from.entry))
    throw new Fault('conflict', {
      detail: from.entry.scenarios.includes('cyberAttack')
        ? { ja: 'すでにサイバー攻撃を想定しています', en: 'This already covers a cyber attack' }
        : {
            ja: '元の代替手段に手順がありません。先に手順を入力してください',
            en: 'It has no steps yet. Add them first',
          },
    });
  const derived = derivedForCyber(from.entry, language);
  await keepEntryOf(ctx, { kind: FALLBACKS, guard: null }, 0, derived);
  return { key: derived.key };
}
