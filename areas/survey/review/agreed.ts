import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { readEdition, renderedParts } from '../anonymise/index.ts';
import type { StoredConsent } from './consents/index.ts';
import { agreedParts, type Part, type Utterance } from './rules.ts';
import type { ReviewCommentView } from './schema.ts';

/** What of all that an operator said it still agrees to: what it agreed to by itself, and whole editions it consented to. */
export async function agreedIn(
  trx: Transaction<Tables>,
  caseId: string,
  comments: readonly ReviewCommentView[],
  consents: readonly StoredConsent[],
): Promise<Part[]> {
  const said: Utterance[] = comments.map(({ at, kind, part, partHash }) => ({
    at: Temporal.Instant.from(at),
    says: kind === 'agree' ? 'agree' : 'other',
    parts: [{ id: part, hash: partHash }],
  }));
  for (const { edition: number, givenAt, withdrawnAt } of consents) {
    const edition = await readEdition(trx, caseId, number);
    if (edition) said.push({ at: givenAt, says: 'agree', parts: renderedParts(edition.document) });
    if (withdrawnAt) said.push({ at: withdrawnAt, says: 'withdrawn', parts: [] });
  }
  return agreedParts(said);
}
