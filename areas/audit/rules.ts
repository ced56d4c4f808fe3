import type { Bilingual } from '../../kernel/language.ts';
import { details as detect } from '../detect/telling/words.ts';
import type { Tone } from '../fact-kind.ts';
import { FACTS, isFactName } from '../facts.ts';
import { details as learn } from '../learn/telling/words.ts';
import type { LineView as Line } from '../ledger/schema.ts';
import { ACTOR_WORDS, NAME_HIDDEN, SEVERITY_OF, SIGN_IN_WORDS } from '../ledger/words.ts';
import { details as prepare } from '../prepare/telling/words.ts';
import { SEVERITY_WORDS } from '../respond/incidents/words.ts';
import { details as respond } from '../respond/telling/words.ts';
import { reasonWords } from '../sending/outbox/words.ts';
import { details as sending } from '../sending/telling/words.ts';
import { details as survey } from '../survey/telling/words.ts';
import type { Details, Telling } from '../telling.ts';

export type { Line };

type Names = Readonly<Record<string, string>>;
/** The reader: their words, and the organisation's clock. */
export type Reader = Pick<Telling, 'say' | 'clock'>;

const DETAILS: Details<typeof FACTS> = { ...prepare, ...detect, ...respond, ...learn, ...survey, ...sending };

/** What something is called; an id that is odd is nobody's name. */
const nameIn = (names: Names, id: unknown): string | undefined =>
  typeof id === 'string' && Object.hasOwn(names, id) ? names[id] : undefined;
const asNumber = (value: unknown): number => (typeof value === 'number' ? value : Number.NaN);
const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What a kind of fact is: event, response, decision, recovery, or neither. */
export const toneOf = (kind: string): Tone => (isFactName(kind) ? FACTS[kind].tone : 'quiet');

/** What the house does by itself: every message and its states, single moves of many machines. */
export const isMachinery = (kind: string): boolean => isFactName(kind) && FACTS[kind].machinery;

export const factName = (kind: string): Bilingual =>
  isFactName(kind) ? FACTS[kind].name : { ja: kind, en: kind };

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
 * @param names of people and channels by id, and of systems by key
 */
export function factDetail(line: Line, names: Names, reader: Reader): string {
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
  parts.push(...detailsOf(line, names, reader));
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

/**
 * What its kind says besides; the body is read as its kind declares it, and a kind of a newer house, or a body that is
 * otherwise, says no more.
 */
function detailsOf({ kind, body }: Line, names: Names, { say, clock }: Reader): string[] {
  if (!isFactName(kind)) return [];
  const tell = DETAILS[kind] as (body: Line['body'], telling: Telling) => readonly unknown[];
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
    if (FACTS[kind].body.safeParse(body).success) throw error;
    return [];
  }
}
