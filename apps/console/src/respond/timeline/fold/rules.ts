import { type Call, callOf, type Foldable } from './call.ts';

/** One row of what people read. Its lines are the newest first; every line of the record stands in exactly one row. */
export type Row<L> =
  | { readonly as: 'line'; readonly key: string; readonly lines: readonly [L] }
  /** What one act did to many: roles given, tasks opened. The head speaks for all. */
  | { readonly as: 'act'; readonly key: string; readonly head: L; readonly lines: readonly L[] }
  /** Calls that went out together, each with its own lines; a line of no call stands among `loose`. */
  | {
      readonly as: 'calls';
      readonly key: string;
      readonly calls: readonly Call<L>[];
      readonly loose: readonly L[];
      readonly lines: readonly L[];
    }
  /** What the house did by itself again and again: messages sent, machines moved. */
  | { readonly as: 'spell'; readonly key: string; readonly kind: string; readonly lines: readonly L[] };

/** Calls of one act begin within moments of each other, each by a timer of its own. */
const TOGETHER_MS = 10_000;
/** What the house does over and over is one line for so long as it goes on. */
const SPELL_MS = 10 * 60_000;
/** Words that somebody wrote or decided stand alone, whatever else was done in the same moment. */
const ALONE = /^(timeline\.|decision\.|statement\.|incident\.)/u;
/** What an act had to write down only to get to its point. */
const ON_THE_WAY: Readonly<Record<string, string>> = { 'headquarters.proposed': 'headquarters.set-up' };

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const isCalling = (kind: string): boolean => kind.startsWith('page.');

/**
 * What a timeline's lines come to for whoever reads it. A line that is written for people stands alone; what the house did
 * about one matter is one row, at the place where the matter began, and a line that comes later goes to its row.
 * @param lines the newest first
 * @param isMachinery of a kind: the house does it by itself
 */
export function fold<L extends Foldable>(
  lines: readonly L[],
  isMachinery: (kind: string) => boolean,
): Row<L>[] {
  const groups = new Map<string, L[]>();
  const chains = new Chains();
  // From the oldest on, so that what comes in later never moves what stood there before.
  for (const line of lines.toReversed()) {
    const key = isMachinery(line.kind) ? machineKey(line, chains) : actKey(line);
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return [...groups].map(([key, group]) => rowOf(key, group.toReversed())).toReversed();
}

/** Groups of one class, each held together by the time between one and the next. */
class Chains {
  readonly #last = new Map<string, { key: string; at: number }>();
  readonly #of = new Map<string, string>();

  /** @param own what always goes to the group in which it was first seen */
  join(name: string, at: string, gap: number, own: string, seq: number): string {
    const known = this.#of.get(own);
    if (known) return known;
    const time = Date.parse(at);
    const last = this.#last.get(name);
    const key = last && time - last.at <= gap ? last.key : `${name} ${seq}`;
    this.#last.set(name, { key, at: time });
    this.#of.set(own, key);
    return key;
  }
}

function machineKey({ seq, kind, at, body }: Foldable, chains: Chains): string {
  if (isCalling(kind)) {
    const pageId = textOf(body['pageId']);
    // Where its beginning has not been read nobody knows what a call is about.
    const matter = pageId && kind !== 'page.started' ? 'unread' : (textOf(body['topic']).split(':')[0] ?? '');
    return chains.join(`calls ${matter}`, at, TOGETHER_MS, pageId || `line ${seq}`, seq);
  }
  const about = textOf(body['taskId']) || textOf(body['sweepId']);
  const name = kind.startsWith('request.') ? 'request' : kind;
  // What is asked of one outside party and what it answers belong together, however long it takes.
  if (about && name === 'request') return `spell ${name} ${about}`;
  return chains.join(`spell ${name} ${about}`, at, SPELL_MS, `line ${seq}`, seq);
}

function actKey({ seq, kind, recordedAt, actor }: Foldable): string {
  if (ALONE.test(kind)) return `line ${seq}`;
  return `act ${ON_THE_WAY[kind] ?? kind} ${recordedAt} ${actor.kind} ${actor.id}`;
}

function rowOf<L extends Foldable>(key: string, lines: L[]): Row<L> {
  const [head] = lines;
  const oldest = lines.at(-1);
  if (!head || !oldest) throw new RangeError('a row has lines');
  // What had only to be written on the way does not speak for the act.
  const chief = lines.find(({ kind }) => key.startsWith(`act ${kind} `)) ?? head;
  // A line that is alone today is the same row tomorrow, when others have joined it.
  const name = `${key.split(' ')[0]} ${oldest.seq}`;
  if (key.startsWith('calls ')) return callsOf(name, lines);
  if (key.startsWith('spell ')) return { as: 'spell', key: name, kind: head.kind, lines };
  if (lines.length === 1) return { as: 'line', key: `line ${head.seq}`, lines: [head] };
  return { as: 'act', key: name, head: chief, lines };
}

function callsOf<L extends Foldable>(key: string, lines: L[]): Row<L> {
  const byPage = new Map<string, L[]>();
  const loose: L[] = [];
  for (const line of lines) {
    const pageId = textOf(line.body['pageId']);
    const own = byPage.get(pageId);
    if (!pageId) loose.push(line);
    else if (own) own.push(line);
    else byPage.set(pageId, [line]);
  }
  const calls = [...byPage].map(([id, own]) => callOf(id, own)).toReversed();
  return { as: 'calls', key, calls, loose, lines };
}
