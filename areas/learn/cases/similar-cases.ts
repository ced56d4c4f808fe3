import type { z } from 'zod';
import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { likenessOf } from './rules.ts';
import type { similarView } from './schema.ts';
import { findCase, newestCases } from './store.ts';

/** So many of the newest cases are compared, so many of the most alike are shown. */
const COMPARED = 500;
const SHOWN = 5;

/** Cases that are alike, each with the reasons; two that share only their cause are not. */
export async function similarCases(ctx: Context, id: string): Promise<z.input<typeof similarView>[]> {
  permit(ctx, 'case.read');
  const [one, others] = await reading(ctx, async (trx) => [
    await findCase(trx, id),
    await newestCases(trx, COMPARED),
  ]);
  if (!one) throw new Fault('not-found');
  return others
    .filter((other) => other.id !== id)
    .map((other) => ({ other, likeness: likenessOf(one.document, other.document) }))
    .filter(({ likeness }) => likeness.score > 1)
    .sort((a, b) => b.likeness.score - a.likeness.score)
    .slice(0, SHOWN)
    .map(({ other, likeness }) => ({
      id: other.id,
      title: other.document.title,
      reasons: [...likeness.reasons],
    }));
}
