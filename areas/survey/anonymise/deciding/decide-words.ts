import { type Context, inTransaction, reading, type Tx } from '../../../../database/transaction.ts';
import { byOf } from '../../../../kernel/caller.ts';
import { Fault, invalidField } from '../../../../kernel/errors.ts';
import { permit } from '../../../../kernel/permit.ts';
import { record } from '../../../record.ts';
import { aliasWithin, listWithin, lockEntities } from '../listed/acts.ts';
import { documentToPublish, publicFormOf } from '../public-form.ts';
import { keyOf, type NewWord } from '../vocabulary/new-words.ts';
import { filled } from '../words.ts';
import { withPlaces, wordsOfCase } from './asked-words.ts';
import type { AskedWord, WordDecision } from './schema.ts';
import { deleteHarmless, insertHarmless } from './store.ts';
import { NOT_ASKED, NOT_LISTED } from './words.ts';

export async function wordsFor(
  ctx: Context,
  caseId: string,
): Promise<{ words: AskedWord[]; harmless: string[] }> {
  permit(ctx, 'survey.intake');
  return reading(ctx, async (trx) => {
    const form = await publicFormOf(trx, caseId);
    if (!form) throw new Fault('not-found');
    const words = await wordsOfCase(trx, documentToPublish(form));
    return { words: withPlaces(words), harmless: words.harmless.map(({ word }) => word) };
  });
}

/** Each decision with the word it is about, as that stands in the case now. */
function wordsDecided(
  decisions: readonly WordDecision[],
  { asked, harmless }: { readonly asked: readonly NewWord[]; readonly harmless: readonly NewWord[] },
): { readonly decision: WordDecision; readonly key: string }[] {
  const left = new Map(asked.map((each) => [each.word, each]));
  const settled = new Map(harmless.map((each) => [each.word, each]));
  return decisions.map((decision) => {
    const from = decision.as === 'open' ? settled : left;
    const found = from.get(decision.word);
    if (!found) throw new Fault('conflict', { detail: filled(NOT_ASKED, { word: decision.word }) });
    from.delete(decision.word);
    return { decision, key: keyOf(found.word, found.sort) };
  });
}

async function listNames(tx: Tx, caseId: string, decisions: readonly WordDecision[]): Promise<void> {
  for (const [i, decision] of decisions.entries()) {
    if (decision.as === 'entity') {
      const { word, kind, label } = decision;
      await listWithin(tx, caseId, { kind, names: [word], aliases: [], ...(label && { label }) }, 'word');
    }
    if (
      decision.as === 'alias' &&
      (await aliasWithin(tx, caseId, decision.entityId, decision.word)) === undefined
    )
      throw invalidField(`decisions.${i}.entityId`, NOT_LISTED);
  }
}

/** Decides on words of a case in one go: each names nobody, or something that must not be told. */
export async function decideWords(
  ctx: Context,
  caseId: string,
  decisions: readonly WordDecision[],
): Promise<{ left: number }> {
  permit(ctx, 'survey.manage');
  return inTransaction(ctx, async (tx) => {
    await lockEntities(tx.sql, ctx.orgId, caseId);
    const form = await publicFormOf(tx.sql, caseId);
    if (!form) throw new Fault('not-found');
    const words = await wordsOfCase(tx.sql, documentToPublish(form));
    const decided = wordsDecided(decisions, words);
    const of = (as: WordDecision['as']) => decided.filter(({ decision }) => decision.as === as);
    const harmless = of('harmless').map(({ key, decision: { word } }) => ({ key, word }));
    await insertHarmless(tx.sql, ctx.orgId, harmless, byOf(ctx.actor), ctx.now);
    await deleteHarmless(
      tx.sql,
      of('open').map(({ key }) => key),
    );
    await listNames(tx, caseId, decisions);
    const named = of('entity').length + of('alias').length;
    const open = of('open').length;
    record(tx, 'survey.words-decided', { body: { caseId, harmless: harmless.length, named, open } });
    return { left: words.asked.length - harmless.length - named + open };
  });
}
