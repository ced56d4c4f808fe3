import type { Bilingual } from '../../../kernel/language.ts';
import type { FactKind, Tone } from '../../fact-kind.ts';
import type { LineView as Line } from '../../ledger/schema.ts';
import { ACTOR_WORDS, NAME_HIDDEN, SEVERITY_OF, SIGN_IN_WORDS } from '../../ledger/words.ts';
import { SEVERITY_WORDS } from '../../respond/incidents/words.ts';
import { reasonWords } from '../../sending/outbox/words.ts';
import type { Details, Telling } from '../../telling.ts';

export type { Line };

type Names = Readonly<Record<string, string>>;
/** The reader: their words, and the organisation's clock. */
export type Reader = Pick<Telling, 'say' | 'clock'>;

/** What something is called; an id that is odd is nobody's name. */
const nameIn = (names: Names, id: unknown): string | undefined =>
  typeof id === 'string' && Object.hasOwn(names, id) ? names[id] : undefined;
const asNumber = (value: unknown): number => (typeof value === 'number' ? value : Number.NaN);
const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Who did it, in words: a person by name, otherwise what acted. */
export function actorName(line: Line, names: Names, say: Reader['say']): string {
  const { name, key } = line.actor;
  if (name) return key === null ? name : say(ACTOR_WORDS.byKey, { name, key });
  // A link stands for the person it was sent to.
  const addressee = line.actor.kind === 'link' ? nameIn(names, line.body['personId']) : undefined;
  if (addressee) return addressee;
  if (line.actor.kind === 'source') return say(ACTOR_WORDS.aSource);
  if (line.actor.kind === 'key') return say(ACTOR_WORDS.aKey);
  return line.actor.kind === 'system' ? say(ACTOR_WORDS.system) : say(NAME_HIDDEN);
}

/** Twenty alarms of one name are named once, with their number. */
export const namedOnce = (titles: readonly string[]): string[] =>
  [...Map.groupBy(titles, (title) => title)].map(([title, all]) =>
    all.length > 1 ? `${title} ×${all.length}` : title,
  );

/**
 * What stands in a line besides its kind: the words people wrote, and whom and what it concerns.
 * @param besides what its kind says besides
 * @param names of people and channels by id, and of systems by key
 */
function detailWith(besides: readonly string[], line: Line, names: Names, reader: Reader): string {
  const { body } = line;
  const { say } = reader;
  const parts: string[] = [];
  const person = nameIn(names, body['personId']);
  if (person && line.actor.personId !== body['personId'] && line.actor.kind !== 'link') parts.push(person);
  const reason = asText(body['reason']);
  if (reason) parts.push(say(reasonWords(reason)));
  const by = Object.hasOwn(SIGN_IN_WORDS, asText(body['by']))
    ? SIGN_IN_WORDS[asText(body['by']) as keyof typeof SIGN_IN_WORDS]
    : undefined;
  if (by) parts.push(say(by));
  // Channels are among the names; a fact may also speak of settings that are none.
  const channel = nameIn(names, body['channel']);
  if (channel) parts.push(channel);
  parts.push(...besides);
  for (const field of ['title', 'text', 'note'] as const) {
    const text = asText(body[field]);
    if (text) parts.push(text);
  }
  const severity = SEVERITY_WORDS[asNumber(body['severity'])];
  if (severity) parts.push(`${say(SEVERITY_OF)} ${say(severity)}`);
  if (Array.isArray(body['signals'])) {
    const titles = body['signals'].flatMap(
      (each: { readonly title?: unknown } | null) => asText(each?.title) || [],
    );
    const rest = asNumber(body['count']) - body['signals'].length;
    parts.push(`${namedOnce(titles).join(', ')}${rest > 0 ? ` … +${rest.toLocaleString()}` : ''}`);
  }
  const people = Array.isArray(body['personIds'])
    ? body['personIds']
    : Array.isArray(body['steps'])
      ? body['steps'].flat()
      : [];
  if (people.length > 0) parts.push(people.map((id) => nameIn(names, id) ?? say(NAME_HIDDEN)).join(' → '));
  return parts.filter(Boolean).join(' · ');
}

/** A kind of fact that says whether a body is as it was declared. */
interface Declared extends FactKind {
  readonly body: FactKind['body'] & { safeParse(body: unknown): { readonly success: boolean } };
}

/** How lines of these kinds are told; a kind of a newer house, or of an area that is not among them, says its name alone. */
export function lineTeller<F extends Readonly<Record<string, Declared>>>(facts: F, details: Details<F>) {
  const kindOf = (kind: string): Declared | undefined =>
    Object.hasOwn(facts, kind) ? facts[kind] : undefined;
  /** The body is read as its kind declares it; one that is otherwise says no more. */
  function detailsOf({ kind, body }: Line, names: Names, { say, clock }: Reader): string[] {
    const fact = kindOf(kind);
    if (!fact) return [];
    const tell = details[kind as keyof F] as (body: Line['body'], telling: Telling) => readonly unknown[];
    try {
      const parts = tell(body, {
        say,
        clock,
        person: (id) => nameIn(names, id) ?? say(NAME_HIDDEN),
        system: (key) => nameIn(names, key) ?? key,
      });
      return parts.filter((part) => typeof part === 'string');
    } catch (error) {
      // Of a body that is as declared it is a fault of ours.
      if (fact.body.safeParse(body).success) throw error;
      return [];
    }
  }
  return {
    /** What a kind of fact is: event, response, decision, recovery, or neither. */
    toneOf: (kind: string): Tone => kindOf(kind)?.tone ?? 'quiet',
    /** What the house does by itself: every message and its states, single moves of many machines. */
    isMachinery: (kind: string): boolean => kindOf(kind)?.machinery ?? false,
    factName: (kind: string): Bilingual => kindOf(kind)?.name ?? { ja: kind, en: kind },
    /** What stands in a line besides its kind. @param names of people and channels by id, and of systems by key */
    factDetail: (line: Line, names: Names, reader: Reader): string =>
      detailWith(detailsOf(line, names, reader), line, names, reader),
  };
}
