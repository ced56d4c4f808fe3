import type { Bilingual } from '../../../kernel/language.ts';
import { span } from '../../../kernel/text.ts';
import {
  AUDIENCE_WORDS,
  inputName,
  inputValue,
  ON_TIMEOUT_WORDS,
  SITUATION_WORDS,
} from '../../prepare/plans/words.ts';
import { type Details, saysNoMore, type Telling } from '../../telling.ts';
import { fileSize } from '../attachments/words.ts';
import { CHANGE_STATE_WORDS } from '../changes/words.ts';
import { STATEMENT_KIND_WORDS } from '../communications/words.ts';
import { DETECTION_ROUTE_WORDS } from '../detections/words.ts';
import type { facts } from '../facts.ts';
import { HEADQUARTERS_CLOCK_WORDS } from '../headquarters/words.ts';
import { LINK_WORDS, RATING_WORDS, SYSTEM_STATE_WORDS } from '../incidents/words.ts';
import { HYPOTHESIS_STATE_WORDS } from '../investigation/words.ts';
import { NOTICE_STATE_WORDS } from '../notices/words.ts';
import { PAGE_REPAIR_WORDS, PAGE_STOP_WORDS, PASSED_OVER_WORDS } from '../paging/words.ts';
import { ITEM_STATE_WORDS, RECOVERY_PLAN_WORDS, WAVE_WORDS } from '../recovery/words.ts';
import { nameInLine, STAGE_WORDS } from '../regimes/words.ts';
import { SWEEP_RESULT_WORDS } from '../sweeps/words.ts';
import { TASK_END_WORDS } from '../tasks/words.ts';
import { OUTCOME_WORDS, SHAPE_WORDS, TIME_WORDS } from '../timeline/words.ts';

type Say = Telling['say'];

/** Ways of answering that are no way of signing in. */
const ANSWERED_BY = {
  phone: { ja: '電話', en: 'by phone' },
  sms: { ja: 'SMSの返信', en: 'by text message' },
  key: { ja: '電話のキー操作', en: 'by phone keypad' },
} as const;
const STATEMENT = { ja: '発表文{n}', en: 'Statement {n}' };
const INQUIRY = { ja: '問い合わせ{n}', en: 'Inquiry {n}' };
const PEOPLE = { ja: '{n}人', en: '{n} {n|person|people}' };
const KINDS: Readonly<Record<string, Bilingual>> = {
  request: { ja: '依頼', en: 'request' },
  brief: { ja: '経営層への報告', en: 'brief' },
  task: { ja: 'タスクの通知', en: 'task notice' },
  mention: { ja: 'メンションの通知', en: 'mention notice' },
  individual: { ja: '個別通知', en: 'individual notice' },
  subscribe: { ja: '配信登録の確認', en: 'subscription' },
  status: { ja: '状況ページの配信', en: 'status page' },
  proof: { ja: '監査記録の証明', en: 'audit log proof' },
};
/** The words a table has for a key; the key itself where it has none. */
const wordIn = (table: Readonly<Record<string, Bilingual>>, key: string, say: Say): string => {
  const known = Object.hasOwn(table, key) ? table[key] : undefined;
  return known ? say(known) : key;
};
const machines = (count: number, say: Say): string =>
  say(RECOVERY_PLAN_WORDS.count, { n: count.toLocaleString() });
const aReport = (
  body: { regime: string; name?: Bilingual | undefined; stage: string },
  { say }: Telling,
): readonly string[] => [say(nameInLine(body)), wordIn(STAGE_WORDS, body.stage, say)];

/** Which statement: by number, and to whom it speaks. */
const aStatement = (
  { number, audience, kind }: { number: number; audience?: string | undefined; kind?: string | undefined },
  { say }: Telling,
): readonly string[] => [
  say(STATEMENT, { n: number }),
  ...(audience ? [wordIn(AUDIENCE_WORDS, audience, say)] : []),
  ...(kind ? [wordIn(STATEMENT_KIND_WORDS, kind, say)] : []),
];

const whyLeft = (left: readonly { readonly what: string; readonly why: string }[] = []): string[] =>
  left.map(({ what, why }) => `${what} – ${why}`);

export const details: Details<typeof facts> = {
  'timeline.attached': ({ name, size }) => [`${name} (${fileSize(size)})`],
  'page.passed-over': (body, { say }) => [body.roster ?? undefined, say(PASSED_OVER_WORDS[body.why])],
  'change.turned': (body, { say }) => [wordIn(CHANGE_STATE_WORDS, body.state, say)],
  'statement.drafted': aStatement,
  'statement.approved': aStatement,
  'statement.refused': aStatement,
  'statement.sent': aStatement,
  'statement.withdrawn': aStatement,
  'statement.update-missed': aStatement,
  'withheld.lift-asked': (body, { say }) => [wordIn(AUDIENCE_WORDS, body.audience, say)],
  'withheld.set': (body, { say }) => [wordIn(AUDIENCE_WORDS, body.audience, say)],
  'inquiry.logged': (body) => [body.question],
  'inquiry.proposed': (body, { say }) => [say(INQUIRY, { n: body.number })],
  'inquiry.answered': (body) => [body.answer],
  'individuals.notified': (body, { say }) => [say(PEOPLE, { n: body.count.toLocaleString() })],
  'headquarters.proposed': (body) => [body.name],
  'headquarters.set-up': (body, { say }) => [
    body.name,
    body.seconds === null
      ? say(HEADQUARTERS_CLOCK_WORDS.notMeasured)
      : say(body.met ? HEADQUARTERS_CLOCK_WORDS.met : HEADQUARTERS_CLOCK_WORDS.late, {
          time: span(body.seconds),
        }),
  ],
  'headquarters.changed': (body, { say }) => [
    body.room,
    ...(body.bridgeChanged ? [say(HEADQUARTERS_CLOCK_WORDS.bridge)] : []),
  ],
  'decision.recorded': (body, { person }) => [body.decision, person(body.deciderId), body.basis],
  'storm.released': (body) => [String(body.groups)],
  'incident.signals-ended': (body) => [
    `${body.count.toLocaleString()} / ${(body.count + body.left).toLocaleString()}`,
  ],
  'incident.signals-back': (body) => [`×${body.count.toLocaleString()}`],
  'page.stopped': (body, { say }) => (body.why ? [say(PAGE_STOP_WORDS[body.why])] : []),
  'incident.detected': (body, { say }) => [wordIn(DETECTION_ROUTE_WORDS, body.route, say)],
  'incident.merged': (body) => [`#${body.number}`],
  'incident.taken-in': (body) => [`#${body.number}`],
  'incident.unlinked': (body) => [typeof body.number === 'number' ? `#${body.number}` : undefined],
  'incident.resolved': (body) => whyLeft(body.left),
  'incident.closed': (body) => whyLeft(body.left),
  'incident.time-stated': (body, { say }) => [wordIn(TIME_WORDS, body.which, say), body.noChecks],
  'incident.rated': (body, { say }) => [
    `${say(RATING_WORDS.continuity)} ${body.continuity}`,
    `${say(RATING_WORDS.safety)} ${body.safety}`,
    `${say(RATING_WORDS.trust)} ${body.trust}`,
  ],
  'incident.reclassified': (body, { say }) => [
    `${body.from ? wordIn(SITUATION_WORDS, body.from, say) : '—'} → ${body.to ? wordIn(SITUATION_WORDS, body.to, say) : '—'}`,
    body.evidence,
  ],
  'incident.linked': (body, { say }) => [
    ...(typeof body.number === 'number' ? [`#${body.number}`] : []),
    wordIn(LINK_WORDS, body.how, say),
    ...(body.noImpact ? [say(RATING_WORDS.noImpact)] : []),
  ],
  'incident.system-marked': (body, { say, system }) => [
    system(body.asset),
    wordIn(SYSTEM_STATE_WORDS, body.state, say),
  ],
  'hypothesis.settled': (body, { say }) => [wordIn(HYPOTHESIS_STATE_WORDS, body.state, say), body.outcome],
  'evidence.kept': (body) => [body.what],
  'evidence.handed-over': (body) => [`→ ${body.to}`],
  'joint.linked': (body) => [body.organisation],
  'joint.told': (body) => [body.organisation],
  'joint.heard': (body) => [body.organisation],
  'joint.ended': (body) => [body.organisation],
  'notice.settled': (body, { say }) => [
    wordIn(KINDS, body.kind, say),
    wordIn(NOTICE_STATE_WORDS, body.state, say),
  ],
  'request.sent': (body) => [body.party],
  'request.not-sent': (body) => [body.party],
  'request.answered': (body) => [body.party, body.answer],
  'page.acknowledged': (body, { say }) => [
    body.by === 'phone' || body.by === 'sms' || body.by === 'key' ? say(ANSWERED_BY[body.by]) : undefined,
  ],
  'page.repaired': (body, { say }) => [
    say(
      body.what === 'attempt'
        ? PAGE_REPAIR_WORDS.lostMessage
        : body.what === 'clock'
          ? PAGE_REPAIR_WORDS.clockSetBack
          : PAGE_REPAIR_WORDS.lostEscalation,
    ),
  ],
  'incident.estimated': (body, { say }) => [`${inputName(body.input, say)}: ${inputValue(body.value, say)}`],
  'incident.plan-chosen': (body) => [`${body.name} (v${body.version})`],
  'recovery.began': (body, { say }) => [machines(body.count, say)],
  'recovery.moved': (body, { say }) => [
    machines(body.count, say),
    body.state ? wordIn(ITEM_STATE_WORDS, body.state, say) : undefined,
    ...(typeof body.wave === 'number' ? [`${say(WAVE_WORDS.wave)} ${body.wave}`] : []),
    body.where,
    body.blocker,
  ],
  'recovery.growth-checked': (body, { say }) => [
    `${body.before === null ? '' : `${body.before.toLocaleString()} → `}${machines(body.affected, say)}`,
  ],
  'recovery.strategy-chosen': (body, { say, system }) => [
    body.asset ? system(body.asset) : say(RECOVERY_PLAN_WORDS.forAll),
    wordIn(RECOVERY_PLAN_WORDS, body.method, say),
    body.criteria,
  ],
  'recovery.order-answered': (body, { say, system }) => [
    system(body.asset),
    say(body.agreed ? RECOVERY_PLAN_WORDS.agree : RECOVERY_PLAN_WORDS.object),
  ],
  'recovery.attributed': (body, { say }) => [wordIn(RECOVERY_PLAN_WORDS, body.cause, say)],
  'recovery.page-opened': (body) => [body.name],
  'recovery.page-ended': (body) => [body.name],
  'regime.kept': ({ name }, { say }) => [say(name)],
  'report.opened': aReport,
  'report.due-soon': aReport,
  'report.form-kept': aReport,
  'report.overdue': aReport,
  'report.receipt-noted': aReport,
  'report.submitted': aReport,
  'report.not-needed': aReport,
  'role.assigned': (body) => [body.name],
  'role.offered': (body, { person }) => [body.name, `${person(body.fromId)} → ${person(body.toId)}`],
  'role.released': (body, { person }) => [
    body.name,
    body.toId === null ? person(body.fromId) : `${person(body.fromId)} → ${person(body.toId)}`,
  ],
  'role.taken': (body, { person }) => [body.name, `${person(body.fromId)} → ${person(body.toId)}`],
  'role.attended': (body) => [body.name],
  'status.told': (body, { say }) => [say(PEOPLE, { n: body.count.toLocaleString() })],
  'sweep.hosts-added': (body, { say }) => [machines(body.count, say)],
  'sweep.reported': (body, { say }) => [
    wordIn(SWEEP_RESULT_WORDS, body.result, say),
    machines(body.count, say),
    body.party,
  ],
  'task.timed-out': (body, { say }) => [wordIn(ON_TIMEOUT_WORDS, body.action, say)],
  'task.extended': (body, { clock }) => [`→ ${clock(body.dueAt)}`],
  'task.ended': (body, { say }) => [say(body.state === 'done' ? TASK_END_WORDS.done : TASK_END_WORDS.cancel)],
  'timeline.corrected': (body, { say, clock }) => [
    body.at === undefined ? undefined : clock(body.at),
    body.is === 'event'
      ? say(SHAPE_WORDS.anEvent)
      : body.is === 'response'
        ? say(SHAPE_WORDS.aResponse)
        : undefined,
  ],
  'timeline.disputed': (body) => [body.source],
  'timeline.settled': (body) => [body.basis],
  'timeline.judged': (body, { say }) => [wordIn(OUTCOME_WORDS, body.outcome, say)],
  ...saysNoMore(
    'status.named',
    'change.proposed',
    'change.expired',
    'headquarters.declined',
    'headquarters.stood-down',
    'brief.due',
    'brief.sent',
    'brief.read',
    'rule.added',
    'rule.changed',
    'rule.moved',
    'rule.removed',
    'storm.began',
    'brake.set',
    'incident.declared',
    'incident.signals-linked',
    'incident.signal-unlinked',
    'incident.changed',
    'incident.reopened',
    'incident.shared',
    'incident.unshared',
    'incident.restricted',
    'hypothesis.opened',
    'hypothesis.timed-out',
    'joint.offered',
    'page.requested',
    'page.started',
    'page.attempted',
    'page.held',
    'page.accepted',
    'page.delivered',
    'page.seen',
    'page.failed',
    'page.escalated',
    'page.exhausted',
    'page.nobody-to-call',
    'page.tree-unreadable',
    'pages.dropped',
    'page.resumed',
    'incident.plan-unreadable',
    'status.subscribed',
    'task.opened',
    'task.assigned',
    'task.reopened',
    'timeline.noted',
    'timeline.annotated',
    'proof.handed-out',
    'watch.set',
    'watch.beaten',
    'watch.ended',
  ),
};
