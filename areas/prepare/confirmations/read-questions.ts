import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { readLinks } from '../../sending/links/index.ts';
import { findMessages, lockMessage } from '../../sending/outbox/index.ts';
import { QUESTION_LINK, questionState } from './rules.ts';
import type { Confirmation, ConfirmationKind, QuestionRow } from './schema.ts';
import { latestRows, questionRow } from './store.ts';

/** Questions together with how their messages fared and how long their links are good. */
async function withMessages(trx: Transaction<Tables>, rows: readonly QuestionRow[]): Promise<Confirmation[]> {
  const ids = rows.map(({ id }) => id);
  const messages = await findMessages(trx, ids);
  const links = await readLinks(trx, QUESTION_LINK, ids);
  return rows.flatMap((row) => {
    const message = messages.get(row.id);
    if (!message) return [];
    const { name, address, language, state } = message;
    const until = links.get(row.id)?.until ?? row.askedAt;
    return { ...row, name, address, language, until, state: questionState(state) };
  });
}

export async function findConfirmation(
  trx: Transaction<Tables>,
  id: string,
): Promise<Confirmation | undefined> {
  const row = await questionRow(trx, id);
  return row && (await withMessages(trx, [row]))[0];
}

/** The same, locked: nobody else answers it or hears of it meanwhile. */
export async function lockConfirmation(
  trx: Transaction<Tables>,
  id: string,
): Promise<Confirmation | undefined> {
  await lockMessage(trx, id);
  return findConfirmation(trx, id);
}

/** The last question about each subject. */
export async function latestConfirmations(
  trx: Transaction<Tables>,
  kind: ConfirmationKind,
  subjects: readonly string[],
): Promise<Map<string, Confirmation>> {
  const found = await withMessages(trx, await latestRows(trx, kind, subjects));
  return new Map(found.map((each) => [each.subject, each]));
}
