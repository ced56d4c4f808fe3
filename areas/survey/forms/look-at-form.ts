import { type Context, reading } from '../../../database/transaction.ts';
import type { Language } from '../../../kernel/language.ts';
import { permit } from '../../../kernel/permit.ts';
import { listsInForce } from '../editions/index.ts';
import { readFormOnThread } from './index.ts';
import type { FormReading } from './schema.ts';

/** What a filled-in form says and what is wrong with it, by the lists in force here. Nothing is kept of it. */
export async function lookAtForm(ctx: Context, bytes: Uint8Array, language: Language): Promise<FormReading> {
  permit(ctx, 'survey.intake');
  return readFormOnThread(bytes, language, await reading(ctx, listsInForce));
}
