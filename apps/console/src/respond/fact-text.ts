import { FACTS, isFactName } from '../../../../areas/facts.ts';
import { INPUT_VALUES, INPUTS, isInputName } from '../../../../areas/prepare/plans/words.ts';
import type { Bilingual } from '../../../../kernel/language.ts';
import type { ReplyOf } from '../api.ts';
import { reasonWords, SEVERITY_WORDS, SIGN_IN_WORDS, W } from '../words.ts';

export type Line = ReplyOf<'GET /api/ledger/lines'>['lines'][number];
type Names = Readonly<Record<string, string>>;
type Say = (text: Bilingual) => string;

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

export const factName = (kind: string): Bilingual =>
  isFactName(kind) ? FACTS[kind].name : { ja: kind, en: kind };

/** Who did it, in words: a person by name, otherwise what acted. */
export function actorName(line: Line, names: Names, say: Say): string {
  if (line.actor.name) return line.actor.name;
  // A link stands for the person it was sent to.
  const addressee = line.actor.kind === 'link' ? names[asText(line.body['personId'])] : undefined;
  if (addressee) return addressee;
  if (line.actor.kind === 'source') return say(W.aSource);
  if (line.actor.kind === 'key') return say(W.aKey);
  return line.actor.kind === 'system' ? say(W.system) : say(W.someone);
}

/** What stands in a line besides its kind: the words people wrote, and whom and what it concerns. */
export function factDetail(line: Line, names: Names, say: Say): string {
  const { body } = line;
  const parts: string[] = [];
  const person = names[asText(body['personId'])];
  if (person && line.actor.id !== body['personId'] && line.actor.kind !== 'link') parts.push(person);
  const reason = asText(body['reason']);
  if (reason) parts.push(say(reasonWords(reason)));
  const by = SIGN_IN_WORDS[asText(body['by']) as keyof typeof SIGN_IN_WORDS];
  if (by) parts.push(say(by));
  if (line.kind === 'incident.plan-chosen')
    parts.push(`${asText(body['name'])} (v${Number(body['version'])})`);
  if (line.kind === 'incident.estimated') parts.push(estimateText(body, say));
  if (body['channel'] === 'email') parts.push(say(W.byMail));
  for (const field of ['title', 'text', 'note'] as const) {
    const text = asText(body[field]);
    if (text) parts.push(text);
  }
  const severity = SEVERITY_WORDS[Number(body['severity'])];
  if (severity && typeof body['severity'] === 'number') parts.push(`${say(W.severity)} ${say(severity)}`);
  if (Array.isArray(body['signals'])) {
    const signals = body['signals'] as { title: string }[];
    const rest = Number(body['count']) - signals.length;
    parts.push(
      `${signals.map(({ title }) => title).join(', ')}${rest > 0 ? ` … +${rest.toLocaleString()}` : ''}`,
    );
  }
  const people = Array.isArray(body['personIds'])
    ? body['personIds']
    : Array.isArray(body['steps'])
      ? body['steps'].flat()
      : [];
  if (people.length > 0) parts.push(people.map((id) => names[asText(id)] ?? say(W.someone)).join(' → '));
  return parts.join(' · ');
}

/** An estimate with its name and its value in words; a dash where it was taken back. */
function estimateText(body: Line['body'], say: Say): string {
  const input = asText(body['input']);
  const value = body['value'];
  const name = isInputName(input) ? say(INPUTS[input].name) : input;
  const words = INPUT_VALUES[String(value)];
  return `${name}: ${value === null ? '—' : words ? say(words) : String(value)}`;
}
