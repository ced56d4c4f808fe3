import type { z } from 'zod';
import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { linesOfIncident } from '../../ledger/index.ts';
import { namesOf } from '../../prepare/contacts/index.ts';
import { findIncident } from '../incidents/index.ts';
import { correctedTexts } from '../timeline/rules.ts';
import { headquartersIn } from './headquarters-in.ts';
import type { headquartersView } from './schema.ts';
import { briefsOf, readingsOf } from './store.ts';

/** The headquarters with its clock, what it decided and what executives were told. */
export async function readHeadquarters(
  ctx: Context,
  incidentId: string,
): Promise<z.input<typeof headquartersView>> {
  permit(ctx, 'room.read');
  return reading(ctx, async (trx) => {
    if (!(await findIncident(trx, incidentId))) throw new Fault('not-found');
    const lines = await linesOfIncident(trx, incidentId);
    const decided = lines
      .filter(({ kind }) => kind === 'decision.recorded')
      .toSorted((a, b) => Temporal.Instant.compare(b.at, a.at) || b.seq - a.seq);
    const corrected = correctedTexts(lines);
    const made = await headquartersIn(trx, incidentId, lines);
    const briefs = await briefsOf(trx, incidentId);
    const readings = await readingsOf(
      trx,
      briefs.map(({ id }) => id),
    );
    const names = await namesOf(trx, [
      ...decided.map(({ body }) => String(body['deciderId'])),
      ...readings.map(({ personId }) => personId),
    ]);
    return {
      headquarters: made
        ? {
            ...made,
            proposedAt: made.proposedAt.toString(),
            noticedAt: made.noticedAt.toString(),
            setUpAt: made.setUpAt?.toString() ?? null,
          }
        : null,
      decisions: decided.map(({ seq, at, body }) => ({
        at: at.toString(),
        question: String(body['question']),
        options: body['options'] as string[],
        decision: corrected.get(seq) ?? String(body['decision']),
        basis: String(body['basis']),
        decider: names[String(body['deciderId'])] ?? '?',
      })),
      briefs: briefs.map(({ id, number, text, draftedAt, sentAt }) => ({
        id,
        number,
        text,
        draftedAt: draftedAt.toString(),
        sentAt: sentAt?.toString() ?? null,
        readers: readings
          .filter(({ briefId }) => briefId === id)
          .map(({ personId, readAt }) => ({
            id: personId,
            name: names[personId] ?? '?',
            readAt: readAt?.toString() ?? null,
          })),
      })),
    };
  });
}
