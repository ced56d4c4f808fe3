import { type Context, reading } from '../../database/transaction.ts';
import { permit } from '../../kernel/permit.ts';
import { FACTS, type FactName, isFactName } from '../facts.ts';
import { idsOfDoer, whoIsBehind } from '../prepare/contacts/index.ts';
import type { Line, LineFilter, LineView } from './schema.ts';
import { findLines } from './store.ts';

/** Kinds of fact the caller may read. */
export function readableKinds(ctx: Context): FactName[] {
  return Object.keys(FACTS)
    .filter(isFactName)
    .filter((kind) => ctx.actor.permissions.has(FACTS[kind].read));
}

/** Every id in a body may be a person's; ids of other things are simply not found. */
const idsIn = (line: Line): string[] => [
  line.actorId,
  ...Object.values(line.body)
    .flat(3)
    .filter((value): value is string => typeof value === 'string'),
];

type Behind = Awaited<ReturnType<typeof whoIsBehind>>;

const view = (line: Line, behind: Behind): LineView => ({
  seq: line.seq,
  kind: line.kind,
  incidentId: line.incidentId,
  at: line.at.toString(),
  precision: line.precision,
  recordedAt: line.recordedAt.toString(),
  actor: {
    kind: line.actorKind,
    id: line.actorId,
    personId: behind.get(line.actorId)?.personId ?? null,
    name: behind.get(line.actorId)?.name ?? null,
    key: behind.get(line.actorId)?.key ?? null,
  },
  corrects: line.corrects,
  body: line.body,
});

/** Turns lines into what a screen shows, with the names of the people in them. */
export async function viewLines(
  trx: Parameters<typeof whoIsBehind>[0],
  lines: readonly Line[],
): Promise<{ lines: LineView[]; names: Record<string, string> }> {
  const behind = await whoIsBehind(trx, lines.flatMap(idsIn));
  const names = Object.fromEntries([...behind].map(([id, { name }]) => [id, name]));
  return { lines: lines.map((line) => view(line, behind)), names };
}

/** One page of the ledger, newest first: the audit log, or one incident's timeline. */
export async function listLines(
  ctx: Context,
  filter: LineFilter & { readonly order?: 'entered' | 'happened' },
): Promise<{ lines: LineView[]; names: Record<string, string>; next: number | null }> {
  permit(ctx, filter.incidentId ? 'incident.read' : 'audit.read');
  const kinds = readableKinds(ctx).filter(
    (kind) => filter.kind === undefined || kind.startsWith(filter.kind),
  );
  return reading(ctx, async (trx) => {
    const actorIds = filter.actorId === undefined ? undefined : await idsOfDoer(trx, filter.actorId);
    const lines = await findLines(trx, { ...filter, kinds, actorIds });
    const next = lines.length === filter.limit ? (lines.at(-1)?.seq ?? null) : null;
    return { ...(await viewLines(trx, lines)), next };
  });
}
