import type { Tx } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { plansInForce } from '../plans/index.ts';
import { readRegister } from '../registers/index.ts';
import { referencesOf } from '../registers/rules.ts';
import type { RegisterKind } from '../registers/schema.ts';
import { REGISTERS } from './words.ts';

/** Entries that point at something by its key, by name and register. */
export async function pointingAt(tx: Tx, to: readonly string[], key: string): Promise<string[]> {
  const found: string[] = [];
  const kinds: readonly RegisterKind[] = Object.values(REGISTERS);
  const isPointing = ({ points }: RegisterKind, entry: unknown): boolean =>
    referencesOf(points, entry).some((one) => to.includes(one.to) && one.key === key);
  for (const from of kinds)
    for (const each of await readRegister(tx.sql, from))
      if (isPointing(from, each.entry)) found.push(each.key);
  // An incident is handled by what was published, whatever the draft says by now.
  for (const { key: plan, plan: entry } of await plansInForce(tx.sql))
    if (!found.includes(plan) && isPointing(REGISTERS.plans, entry)) found.push(plan);
  return found;
}

const MOST_NAMED = 20;

/** @throws Fault `conflict` that names the users, where there are any */
export function refuseWhileUsed(users: readonly string[]): void {
  if (users.length === 0) return;
  const named = users.slice(0, MOST_NAMED);
  const more = users.length - named.length;
  throw new Fault('conflict', {
    detail: {
      ja: `次の項目で使用されています：${named.join('、')}${more > 0 ? `、ほか${more}件` : ''}。先に使用元を変更してください`,
      en: `Used by ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}. Change those first`,
    },
  });
}
