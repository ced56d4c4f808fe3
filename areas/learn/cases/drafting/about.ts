import type { Hedged } from '../../../../kernel/certainty.ts';
import type { Bilingual } from '../../../../kernel/language.ts';
import type { Line } from '../../../ledger/schema.ts';
import { type IncidentRecord, type Party, TEAM, type Told, type Topic } from './schema.ts';
import { sentence } from './sentence.ts';
import { type Bases, whenWords } from './when.ts';
import { PIECES } from './words.ts';

/** What every teller has at hand. */
export interface About {
  readonly record: IncidentRecord;
  readonly bases: Bases;
}

/** A word of a line; empty where it has none. */
export const word = ({ body }: Line, key: string): string => {
  const value = body[key];
  return typeof value === 'string' ? value.trim() : '';
};

export const number = ({ body }: Line, key: string): number | undefined => {
  const value = body[key];
  return typeof value === 'number' ? value : undefined;
};

/** The words of a table for a key; the key itself where it has none. */
export const wordOf = (table: Readonly<Record<string, Bilingual>>, key: string): Bilingual =>
  (Object.hasOwn(table, key) ? table[key] : undefined) ?? { ja: key, en: key };

export const partyOf = ({ record }: About, { actorId }: Pick<Line, 'actorId'>): Party =>
  record.people.get(actorId) ?? TEAM;

/** Who it was, where the record says more than that it was somebody of ours. */
export const namedParty = (party: Party): Bilingual | undefined =>
  party.key === TEAM.key ? undefined : party.name;

export const systemName = ({ record }: About, key: string): string => record.systems.get(key) ?? key;

/** When a line happened, in the middle of a sentence. */
export const at = ({ bases }: About, line: Pick<Line, 'at' | 'precision'>): Bilingual =>
  whenWords(line, bases);

/** A sentence about one line or several, at the time of the first. */
export function tell(
  topic: Topic,
  lines: readonly Line[],
  text: Hedged,
  more: Omit<Told, 'topic' | 'when' | 'text' | 'seqs'> = {},
): Told {
  const first = lines[0];
  return {
    topic,
    when: first && { at: first.at, precision: first.precision },
    text,
    seqs: lines.map(({ seq }) => seq),
    ...more,
  };
}

/** One sentence for each line, from its words. */
export const each = (
  topic: Topic,
  lines: readonly Line[],
  template: Bilingual,
  values: (line: Line) => Parameters<typeof sentence>[1],
  more: Omit<Told, 'topic' | 'when' | 'text' | 'seqs'> = {},
): Told[] => lines.map((line) => tell(topic, [line], sentence(template, values(line)), more));

export const ofKind = (lines: readonly Line[], ...kinds: readonly string[]): Line[] =>
  lines.filter(({ kind }) => kinds.includes(kind));

/** Lines of one thing each, in the order in which things first appear. */
export function byThing(lines: readonly Line[], key: (line: Line) => string): Line[][] {
  const things = new Map<string, Line[]>();
  for (const line of lines) {
    const of = key(line);
    const known = things.get(of);
    if (known) known.push(line);
    else things.set(of, [line]);
  }
  return [...things.values()];
}

export const machines = (n: number): Bilingual =>
  n === 1 ? PIECES.machine : sentence(PIECES.machines, { many: n.toLocaleString('en') });
