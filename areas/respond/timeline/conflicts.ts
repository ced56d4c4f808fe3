import type { Line } from '../../ledger/schema.ts';
import { correctedTexts, correctedTimes } from './rules.ts';
import type { FactsKnown } from './schema.ts';

type Conflict = FactsKnown['conflicts'][number];

/**
 * Lines whose account somebody disputes. Every account stays as it was told; settling says which one holds and on what
 * ground, and a new account opens the question again (Y25; maker and operator differed on an impact, C1-L3).
 */
export function conflictsOf(lines: readonly Line[]): Conflict[] {
  const texts = correctedTexts(lines);
  const times = correctedTimes(lines);
  const bySeq = new Map(lines.map((line) => [line.seq, line]));
  const found = new Map<number, Conflict>();
  for (const line of lines) {
    if (line.corrects === null) continue;
    if (line.kind === 'timeline.disputed') {
      const conflict = found.get(line.corrects) ?? begun(bySeq.get(line.corrects), texts, times);
      if (!conflict) continue;
      const account = {
        seq: line.seq,
        text: String(line.body['text']),
        source: String(line.body['source']),
        at: line.at.toString(),
        actorId: line.actorId,
      };
      found.set(line.corrects, { ...conflict, accounts: [...conflict.accounts, account], settled: null });
    }
    const open = found.get(line.corrects);
    if (line.kind === 'timeline.settled' && open)
      found.set(line.corrects, {
        ...open,
        settled: {
          holds: typeof line.body['holds'] === 'number' ? line.body['holds'] : null,
          basis: String(line.body['basis']),
          at: line.at.toString(),
        },
      });
  }
  return [...found.values()];
}

function begun(
  line: Line | undefined,
  texts: ReadonlyMap<number, string>,
  times: ReadonlyMap<number, Temporal.Instant>,
): Conflict | undefined {
  if (!line) return undefined;
  const { seq, actorId, body } = line;
  const at = times.get(seq) ?? line.at;
  const text = texts.get(seq) ?? String(body['text']);
  return { seq, accounts: [{ seq, text, source: '', at: at.toString(), actorId }], settled: null };
}

/** How each estimate of an incident has moved, in the order in which they were first made (C8-R2). */
export function estimateSeriesOf(lines: readonly Line[]): FactsKnown['estimates'] {
  const series = new Map<string, FactsKnown['estimates'][number]['values']>();
  const told = lines
    .filter(({ kind }) => kind === 'incident.estimated')
    .toSorted((a, b) => Temporal.Instant.compare(a.at, b.at) || a.seq - b.seq);
  for (const { at, actorId, body } of told) {
    const input = String(body['input']);
    const value = body['value'] as FactsKnown['estimates'][number]['values'][number]['value'];
    series.set(input, [...(series.get(input) ?? []), { at: at.toString(), value, actorId }]);
  }
  return [...series].map(([input, values]) => ({ input, values }));
}
