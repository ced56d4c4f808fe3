import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { shorten } from '../../../kernel/text.ts';
import { absorb, setTimer } from '../../enqueue.ts';
import { linesOfKinds } from '../../ledger/index.ts';
import { record } from '../../record.ts';
import { incidentsOfSignals, lockLooked, moveEndsHeard } from './store.ts';

const ENDS = ['signal.resolved', 'signal.fell-silent', 'signal.ended'] as const;
const MOST_AT_ONCE = 500;
/** So many of a batch are named in the fact; the numbers are exact. */
const NAMED = 20;

/** Timer: alarms ended or fell silent; the timelines of the open incidents they belong to say so. */
export async function hearEnds(tx: Tx): Promise<void> {
  const { ctx } = tx;
  permit(ctx, 'timeline.write');
  await absorb(tx, 'hear-ends');
  const { ended: from } = await lockLooked(tx.sql, ctx.orgId);
  const { lines, upTo, more } = await linesOfKinds(tx.sql, from, [...ENDS], MOST_AT_ONCE);
  const until = more ? (lines.at(-1)?.seq ?? upTo) : upTo;
  if (until === from) return;
  await moveEndsHeard(tx.sql, ctx.orgId, until);
  if (more) setTimer(tx, 'hear-ends', undefined, {}, { at: ctx.now });
  const silent = new Set(
    lines.filter(({ kind }) => kind === 'signal.fell-silent').map(({ body }) => String(body['signalId'])),
  );
  const titles = new Map(lines.map(({ body }) => [String(body['signalId']), String(body['title'] ?? '')]));
  for (const { incidentId, signalIds, left, byRule } of await incidentsOfSignals(tx.sql, [...titles.keys()]))
    record(tx, 'incident.signals-ended', {
      incidentId,
      body: {
        count: signalIds.length,
        silent: signalIds.filter((id) => silent.has(id)).length,
        left,
        byRule,
        signals: signalIds
          .slice(0, NAMED)
          .map((signalId) => ({ signalId, title: shorten(titles.get(signalId) ?? '', 200) })),
      },
    });
}
