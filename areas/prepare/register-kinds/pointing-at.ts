import type { Tx } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { plansInForce, versionsInUse } from '../plans/index.ts';
import { readRegister, versionsOf } from '../registers/index.ts';
import { referencesOf } from '../registers/rules.ts';
import type { RegisterKind } from '../registers/schema.ts';
import { REGISTERS } from './words.ts';

/** Entries that point at something by its key, by name and register. */
export async function pointingAt(tx: Tx, to: readonly string[], key: string): Promise<string[]> {
  const found: string[] = [];
  const kinds: readonly RegisterKind[] = Object.values(REGISTERS);
  const isPointing = pointing(to, key);
  for (const from of kinds)
    for (const each of await readRegister(tx.sql, from))
      if (isPointing(from, each.entry)) found.push(each.key);
  // An incident is handled by what was published, whatever the draft says by now.
  for (const { key: plan, plan: entry } of await plansInForce(tx.sql))
    if (!found.includes(plan) && isPointing(REGISTERS.plans, entry)) found.push(plan);
  return found;
}

const pointing =
  (to: readonly string[], key: string) =>
  ({ points }: RegisterKind, entry: unknown): boolean =>
    referencesOf(points, entry).some((one) => to.includes(one.to) && one.key === key);

/**
 * A running incident keeps the version of its plan that it was given: what that names calls somebody, whatever newer versions
 * say.
 * @throws Fault `conflict` that names the plan and its version
 */
export async function refuseWhileRunning(tx: Tx, to: readonly string[], key: string): Promise<void> {
  const isPointing = pointing(to, key);
  for (const { key: plan, version } of await versionsInUse(tx.sql)) {
    const [written] = await versionsOf(tx.sql, 'plans', plan, { before: version + 1, limit: 1 });
    if (written?.version === version && isPointing(REGISTERS.plans, written.entry))
      throw new Fault('conflict', {
        detail: {
          ja: `対応中のインシデントに適用されている計画「${plan}」第${version}版で使用されています。インシデントの終了後、または計画を選び直した後に削除してください`,
          en: `Used by version ${version} of the plan “${plan}”, which an open incident follows. Remove it once that incident is closed or follows another plan`,
        },
      });
  }
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
