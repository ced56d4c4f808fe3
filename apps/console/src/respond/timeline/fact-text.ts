import type { Tone } from '../../../../../areas/fact-kind.ts';
import { FACTS, isFactName } from '../../../../../areas/facts.ts';
import { REGIMES, STAGE_WORDS } from '../../../../../areas/respond/reports/words.ts';
import type { Bilingual } from '../../../../../kernel/language.ts';
import type { ReplyOf } from '../../api.ts';
import { VALUE_WORDS } from '../../prepare/registers/words.ts';
import { clockTime } from '../../ui/time.tsx';
import { channelWords, reasonWords, SEVERITY_WORDS, SIGN_IN_WORDS, W } from '../../words.ts';
import { inputName, inputValue } from '../plans/input-words.ts';
import { span } from '../room/countdown.tsx';
import { NOTICES } from '../room/notice-words.ts';
import { PLAN } from '../room/recovery-plan-words.ts';
import { RECOVERY } from '../room/recovery-words.ts';
import { SWEEP } from '../room/sweep-words.ts';
import { ROOM, VALUES } from '../room/words.ts';
import { TIMELINE } from './words.ts';

export type Line = ReplyOf<'GET /api/ledger/lines'>['lines'][number];
type Names = Readonly<Record<string, string>>;
type Say = (text: Bilingual, values?: Readonly<Record<string, string | number>>) => string;

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What a kind of fact is: event, response, decision, recovery, or neither. */
export const toneOf = (kind: string): Tone => (isFactName(kind) ? FACTS[kind].tone : 'quiet');

/** What the house does by itself: every message and its states, single moves of many machines. */
export const isMachinery = (kind: string): boolean => isFactName(kind) && FACTS[kind].machinery;

export const factName = (kind: string): Bilingual =>
  isFactName(kind) ? FACTS[kind].name : { ja: kind, en: kind };

/** Who did it, in words: a person by name, otherwise what acted. */
export function actorName(line: Line, names: Names, say: Say): string {
  if (line.actor.name) return line.actor.name;
  // A link stands for the person it was sent to.
  const addressee = line.actor.kind === 'link' ? names[asText(line.body['personId'])] : undefined;
  if (addressee) return addressee;
  if (line.actor.kind === 'source') return say(TIMELINE.aSource);
  if (line.actor.kind === 'key') return say(TIMELINE.aKey);
  return line.actor.kind === 'system' ? say(TIMELINE.system) : say(W.someone);
}

/**
 * What stands in a line besides its kind: the words people wrote, and whom and what it concerns.
 * @param names of people by id, and of systems by key
 */
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
  if (typeof body['channel'] === 'string') parts.push(say(channelWords(body['channel'])));
  parts.push(...commandText(line.kind, body, names, say));
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
  return parts.filter(Boolean).join(' · ');
}

const valueWords = (value: unknown): Bilingual | undefined => {
  const key = asText(value);
  if (Object.hasOwn(VALUES, key)) return VALUES[key as keyof typeof VALUES];
  return VALUE_WORDS[key];
};

/** What commanding an incident leaves on its timeline, in words. */
function commandText(kind: string, body: Line['body'], names: Names, say: Say): string[] {
  const worded = (value: unknown): string => {
    const known = valueWords(value);
    return known ? say(known) : asText(value);
  };
  const person = (value: unknown): string => names[asText(value)] ?? say(W.someone);
  const system = (value: unknown): string => names[asText(value)] ?? asText(value);
  switch (kind) {
    case 'incident.time-stated':
      return [worded(body['which'])];
    case 'incident.rated':
      return [
        `${say(ROOM.continuity)} ${Number(body['continuity'])}`,
        `${say(ROOM.safety)} ${Number(body['safety'])}`,
        `${say(ROOM.trust)} ${Number(body['trust'])}`,
      ];
    case 'incident.reclassified':
      return [`${worded(body['from']) || '—'} → ${worded(body['to']) || '—'}`, asText(body['evidence'])];
    case 'timeline.corrected': {
      const is = asText(body['is']);
      return [
        ...(typeof body['at'] === 'string' ? [clockTime(body['at']).slice(0, 5)] : []),
        ...(is === 'event' ? [say(TIMELINE.anEvent)] : is === 'response' ? [say(TIMELINE.aResponse)] : []),
      ];
    }
    case 'incident.detected':
      return [worded(body['route'])];
    case 'incident.merged':
    case 'incident.taken-in':
      return [`#${Number(body['number'])}`];
    case 'headquarters.changed':
      return [asText(body['room']), ...(body['bridgeChanged'] === true ? [say(ROOM.bridge)] : [])];
    case 'page.acknowledged':
      return body['by'] === 'phone' || body['by'] === 'sms' || body['by'] === 'key'
        ? [say(ANSWERED_BY[body['by']])]
        : [];
    case 'incident.linked':
      return [
        ...(typeof body['number'] === 'number' ? [`#${body['number']}`] : []),
        worded(body['how']),
        ...(body['noImpact'] === true ? [say(ROOM.noImpact)] : []),
      ];
    case 'incident.unlinked':
      return typeof body['number'] === 'number' ? [`#${body['number']}`] : [];
    case 'page.repaired':
      return [
        say(
          body['what'] === 'attempt'
            ? ROOM.lostMessage
            : body['what'] === 'clock'
              ? ROOM.clockSetBack
              : ROOM.lostEscalation,
        ),
      ];
    case 'incident.system-marked':
      return [system(body['asset']), worded(body['state'])];
    case 'timeline.judged':
      return [worded(body['outcome'])];
    case 'role.assigned':
    case 'role.attended':
      return [asText(body['name'])];
    case 'role.offered':
    case 'role.taken':
      return [asText(body['name']), `${person(body['fromId'])} → ${person(body['toId'])}`];
    case 'task.timed-out':
      return [worded(body['action'])];
    case 'task.extended':
      return [`→ ${clockTime(asText(body['dueAt'])).slice(0, 5)}`];
    case 'task.ended':
      return [say(body['state'] === 'done' ? ROOM.done : ROOM.cancel)];
    case 'headquarters.proposed':
      return [asText(body['name'])];
    case 'headquarters.set-up':
      return [
        asText(body['name']),
        say(body['met'] === true ? ROOM.met : ROOM.late, { time: span(Number(body['seconds'])) }),
      ];
    case 'decision.recorded':
      return [asText(body['decision']), person(body['deciderId']), asText(body['basis'])];
    case 'change.turned':
      return [worded(body['state'])];
    case 'hypothesis.settled':
      return [worded(body['state']), asText(body['outcome'])];
    case 'evidence.kept':
      return [asText(body['what'])];
    case 'evidence.handed-over':
      return [`→ ${asText(body['to'])}`];
    case 'timeline.disputed':
      return [asText(body['source'])];
    case 'timeline.settled':
      return [asText(body['basis'])];
    case 'joint.linked':
    case 'joint.told':
    case 'joint.heard':
    case 'joint.ended':
      return [asText(body['organisation'])];
    case 'request.sent':
    case 'request.not-sent':
    case 'request.answered':
      return [asText(body['party']), asText(body['answer'])];
    case 'notice.settled':
      return [wordIn(KINDS, asText(body['kind']), say), wordIn(NOTICES, asText(body['state']), say)];
    case 'status.told':
    case 'individuals.notified':
      return [say(PEOPLE, { n: Number(body['count']).toLocaleString() })];
    case 'sweep.hosts-added':
      return [say(PLAN.count, { n: Number(body['count']).toLocaleString() })];
    case 'sweep.reported':
      return [
        wordIn(SWEEP, asText(body['result']), say),
        say(PLAN.count, { n: Number(body['count']).toLocaleString() }),
        asText(body['party']),
      ];
    case 'recovery.began':
      return [say(PLAN.count, { n: Number(body['count']).toLocaleString() })];
    case 'recovery.moved':
      return [
        say(PLAN.count, { n: Number(body['count']).toLocaleString() }),
        worded(body['state']),
        ...(typeof body['wave'] === 'number' ? [`${say(RECOVERY.wave)} ${body['wave']}`] : []),
        asText(body['where']),
        asText(body['blocker']),
      ];
    case 'recovery.growth-checked':
      return [
        `${body['before'] === null ? '' : `${Number(body['before']).toLocaleString()} → `}${say(PLAN.count, { n: Number(body['affected']).toLocaleString() })}`,
      ];
    case 'recovery.strategy-chosen':
      return [
        body['asset'] ? system(body['asset']) : say(PLAN.forAll),
        wordIn(PLAN, asText(body['method']), say),
        asText(body['criteria']),
      ];
    case 'recovery.order-answered':
      return [system(body['asset']), say(body['agreed'] === true ? PLAN.agree : PLAN.object)];
    case 'recovery.attributed':
      return [wordIn(PLAN, asText(body['cause']), say)];
    case 'recovery.page-opened':
    case 'recovery.page-ended':
      return [asText(body['name'])];
    case 'inquiry.logged':
      return [asText(body['question'])];
    case 'inquiry.answered':
      return [asText(body['answer'])];
    default:
      if (kind.startsWith('report.'))
        return [regimeWords(asText(body['regime']), say), wordIn(STAGE_WORDS, asText(body['stage']), say)];
      if (kind.startsWith('statement.') || kind.startsWith('withheld.')) return [worded(body['audience'])];
      return [];
  }
}

/** Ways of answering that are no way of signing in. */
const ANSWERED_BY = {
  phone: { ja: '電話で', en: 'by telephone' },
  sms: { ja: 'SMSの返信で', en: 'by text message' },
  key: { ja: '電話のキーで', en: 'by a key of the telephone' },
} as const;
const PEOPLE = { ja: '{n}人', en: '{n} people' };
const KINDS: Readonly<Record<string, Bilingual>> = {
  request: { ja: '依頼', en: 'request' },
  brief: { ja: '経営層への報告', en: 'brief' },
  task: { ja: 'タスクの連絡', en: 'word of a task' },
  individual: { ja: '個別のお知らせ', en: 'individual notice' },
  subscribe: { ja: '配信の確認', en: 'subscription' },
  status: { ja: '状況ページの配信', en: 'status page' },
};
/** The words a table has for a key; the key itself where it has none. */
const wordIn = (table: Readonly<Record<string, Bilingual>>, key: string, say: Say): string => {
  const known = Object.hasOwn(table, key) ? table[key] : undefined;
  return known ? say(known) : key;
};
const regimeWords = (regime: string, say: Say): string =>
  Object.hasOwn(REGIMES, regime) ? say(REGIMES[regime as keyof typeof REGIMES].name) : regime;

/** An estimate with its name and its value in words. */
const estimateText = (body: Line['body'], say: Say): string =>
  `${inputName(asText(body['input']), say)}: ${inputValue(body['value'], say)}`;
