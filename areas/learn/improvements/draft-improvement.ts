import type { Tx } from '../../../database/transaction.ts';
import { spelledText } from '../../../kernel/hedges.ts';
import type { Bilingual } from '../../../kernel/language.ts';
import { cutAt } from '../../../kernel/text.ts';
import { record } from '../../record.ts';
import { insertImprovement } from './store.ts';

const MOST_TITLE = 200;
const MOST_TEXT = 5_000;

/** Makes a draft of an improvement from a lesson that is of no case here. @returns its id */
export async function draftImprovement(
  tx: Tx,
  { title, text }: { readonly title: Bilingual; readonly text: Bilingual },
): Promise<string> {
  const { ctx } = tx;
  const id = ctx.newId();
  await insertImprovement(tx.sql, ctx.orgId, {
    id,
    title: cutAt(spelledText(title, ctx.language), MOST_TITLE),
    text: cutAt(spelledText(text, ctx.language), MOST_TEXT),
    caseId: null,
    lessonId: null,
    at: ctx.now,
  });
  record(tx, 'improvement.adopted', { body: { improvementId: id, caseId: null, lessonId: null } });
  return id;
}
