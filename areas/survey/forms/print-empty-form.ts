import { type Context, reading } from '../../../database/transaction.ts';
import type { Language } from '../../../kernel/language.ts';
import { permit } from '../../../kernel/permit.ts';
import { listsInForce } from '../editions/index.ts';
import { printForm } from './print-form.ts';

/** The form as it is to be filled in here, with the lists in force; it tells nothing that is not public. */
export async function printEmptyForm(ctx: Context, language: Language): Promise<Uint8Array> {
  permit(ctx, 'organisation.read');
  return printForm(await reading(ctx, listsInForce), language);
}
