import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { fillIn } from '../../../kernel/text.ts';
import { setTimer } from '../../enqueue.ts';
import { type Proof, proofText, signLedger } from '../../ledger/proofs/index.ts';
import { peopleInRoles } from '../../prepare/contacts/index.ts';
import { readOrganisation } from '../../prepare/parties/index.ts';
import { record } from '../../record.ts';
import { sendWithin, withdrawUnsent } from '../notices/index.ts';
import { PROOF_WORDS } from './words.ts';

const EVERY = { hours: 1 } as const;
const HANDED_OUT_EVERY = { hours: 24 } as const;

/** Timer: signs where the ledger stands. What is rewritten before the next signature is not noticed, so it comes often. */
export async function signHourly(tx: Tx): Promise<void> {
  permit(tx.ctx, 'audit.read');
  setTimer(tx, 'sign-ledger', 'every', {}, { at: tx.ctx.now.add(EVERY) });
  await signLedger(tx);
}

/** Timer: sends the proof of now to the administrators; another Sonae has it with each beat. */
export async function handOutProof(tx: Tx): Promise<void> {
  permit(tx.ctx, 'audit.read');
  setTimer(tx, 'hand-out-proof', 'every', {}, { at: tx.ctx.now.add(HANDED_OUT_EVERY) });
  const proof = await signLedger(tx);
  if (!proof) return;
  const people = await sendProof(tx, proof);
  record(tx, 'proof.handed-out', { body: { lines: proof.lines, people } });
}

async function sendProof(tx: Tx, proof: Proof): Promise<number> {
  const { orgId } = tx.ctx;
  // Where no mail leaves, yesterday's waits still: today's says all that it said.
  await withdrawUnsent(tx, 'proof', { about: orgId });
  const organisation = (await readOrganisation(tx.sql))?.name ?? '';
  const people = await peopleInRoles(tx.sql, ['administrator']);
  await sendWithin(
    tx,
    people.map(({ id: personId, name, email, language }) => ({
      incidentId: null,
      kind: 'proof' as const,
      about: orgId,
      personId,
      name,
      address: email,
      language,
      subject: fillIn(PROOF_WORDS.subject[language], { organisation, lines: proof.lines }),
      text: `${PROOF_WORDS.text[language]}\n\n${proofText(proof)}`,
    })),
    { linked: false },
  );
  return people.length;
}
