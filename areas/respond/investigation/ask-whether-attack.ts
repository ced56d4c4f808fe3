import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { Tx } from '../../../database/transaction.ts';
import { inEach } from '../../../kernel/language.ts';
import { languagesRead } from '../../prepare/contacts/index.ts';
import { openHypothesisWithin } from './acts.ts';
import { hypothesesOf } from './index.ts';
import type { NewHypothesis } from './schema.ts';
import { COULD_BE_ATTACK } from './words.ts';

/** Whether somebody or something has asked of an incident if it could be an attack. */
export const attackAsked = async (trx: Transaction<Tables>, incidentId: string): Promise<boolean> =>
  (await hypothesesOf(trx, incidentId)).some(({ cyber }) => cyber);

/** Asks it (C5-D2), in the caller's transaction. @returns the id of the hypothesis */
export const askWhetherAttack = async (
  tx: Tx,
  incidentId: string,
  more: Pick<NewHypothesis, 'why' | 'test' | 'minutes'> = {},
): Promise<string> =>
  openHypothesisWithin(tx, incidentId, {
    ...more,
    text: inEach(await languagesRead(tx.sql), COULD_BE_ATTACK),
    cyber: true,
  });
