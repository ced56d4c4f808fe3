import type { When } from '../../kernel/time.ts';
import { nothingFollows, ofIncident, type Wiring, type Work } from '../cause.ts';
import { STATUS_OUTLET } from './communications/schema.ts';
import type { facts } from './facts.ts';
import { FAILED } from './incidents/schema.ts';
import { topicOf } from './paging/rules.ts';
import type { jobs, timers } from './work.ts';

type Own = keyof typeof jobs | keyof typeof timers;
type OwnWork = Work<Own>;
type OfIncident = { readonly incidentId: string | undefined };
interface Entered {
  readonly happened: When | undefined;
  readonly afterwards: boolean;
}
/** In a flood one look takes what many transactions brought; alone, nobody notices this. */
const GATHER = { milliseconds: 40 } as const;
/** Whoever is called for a storm is told how much there is, which a moment later is known far better. */
const COLLECT = { seconds: 2 } as const;
const weigh = (): OwnWork => ({ timer: 'weigh-signals', key: undefined, body: {}, after: GATHER });
const hearEnds = (): OwnWork => ({ timer: 'hear-ends', key: undefined, body: {}, after: GATHER });
const stopPages = ofIncident('stop-pages');
const startPage = ofIncident('start-page');
/** The plan's criteria hang on this. */
const weighHeadquarters = ({
  incidentId,
  happened,
  afterwards,
}: OfIncident & Entered): OwnWork | undefined => {
  if (!incidentId) return undefined;
  // Beside what is weighed for now, which calls people.
  const key = afterwards ? `${incidentId} afterwards` : incidentId;
  const then = happened && afterwards && { happened: { ...happened, at: happened.at.toString() } };
  return { timer: 'weigh-headquarters', key, body: { incidentId, anyway: false, ...then } };
};
/** What calls people is not done for what was entered when it was over. */
const unlessAfterwards =
  <F extends OfIncident>(cause: (fact: F) => OwnWork | undefined) =>
  (fact: F & Entered): OwnWork | undefined =>
    fact.afterwards ? undefined : cause(fact);

/** Whoever is to do it is called, and their deputies after them. */
const summonHolder = ({
  incidentId,
  body: { role },
}: OfIncident & { readonly body: { readonly role: string } }): OwnWork | undefined =>
  incidentId
    ? { timer: 'summon-holder', key: `${incidentId} ${role}`, body: { incidentId, role } }
    : undefined;
const stopSummons = (incidentId: string | undefined, topic: string): OwnWork | undefined =>
  incidentId
    ? { timer: 'stop-summons', key: `${incidentId} ${topic}`, body: { incidentId, topic } }
    : undefined;
const settledRole = ({ incidentId, body }: OfIncident & { readonly body: { readonly role: string } }) =>
  stopSummons(incidentId, topicOf.role(body.role));
const settledTask = ({ incidentId, body }: OfIncident & { readonly body: { readonly taskId: string } }) =>
  stopSummons(incidentId, topicOf.task(body.taskId));
const settledHeadquarters = ({ incidentId }: OfIncident) => stopSummons(incidentId, topicOf.headquarters);

export const wiring: Wiring<keyof typeof facts, Own> = {
  // What other areas tell of.
  'organisation.founded': [
    () => ({ timer: 'sign-ledger', key: 'every', body: {} }),
    // Nobody in the demonstration has a mailbox.
    ({ body: { demo } }) =>
      demo ? undefined : { timer: 'hand-out-proof', key: 'every', body: {}, after: { hours: 24 } },
  ],
  'break-glass.used': [
    ({ body: { personId } }) => ({ timer: 'page-administrators', key: personId, body: { personId } }),
  ],
  'call-run.logged': [
    ({ body: { runId, position, outcome } }) =>
      outcome === 'reached'
        ? { timer: 'answer-by-phone', key: `${runId} ${position}`, body: { runId, position } }
        : undefined,
  ],
  'register.kept': [
    ({ body: { register, key } }) =>
      register === 'outlets' && key === STATUS_OUTLET
        ? { timer: 'publish-names', key: 'names', body: {} }
        : undefined,
  ],
  'channel.recovered': [() => ({ timer: 'sending-works', key: 'works', body: {} })],
  'signal.appeared': [weigh],
  'signal.reappeared': [weigh],
  'signal.resolved': [hearEnds],
  'signal.fell-silent': [hearEnds],
  'signal.ended': [hearEnds],
  'heartbeat.added': [
    ({ body: { heartbeatId, name, page } }) =>
      page ? { timer: 'rule-for-heartbeat', key: heartbeatId, body: { name } } : undefined,
  ],

  // What a person declared goes on until a person says otherwise.
  'incident.signals-ended': [
    ({ incidentId, body: { left, byRule } }) =>
      incidentId && byRule && left === 0
        ? { timer: 'stop-for-end', key: incidentId, body: { incidentId } }
        : undefined,
  ],
  'incident.signals-back': [ofIncident('page-for-return')],
  'storm.began': [
    ({ incidentId, body: { page } }) =>
      incidentId && page
        ? { timer: 'start-page', key: incidentId, body: { incidentId }, after: COLLECT }
        : undefined,
  ],
  'storm.released': [
    ({ incidentId, body: { page } }) =>
      incidentId
        ? { timer: 'release-storm', key: incidentId, body: { stormId: incidentId, page } }
        : undefined,
  ],
  'incident.declared': [(fact) => (fact.body.page ? startPage(fact) : undefined)],
  'incident.merged': [stopPages],
  'incident.estimated': [weighHeadquarters],
  'incident.plan-chosen': [weighHeadquarters],
  'incident.changed': [weighHeadquarters],
  'incident.rated': [weighHeadquarters],
  'incident.reclassified': [weighHeadquarters],
  'incident.reopened': [
    weighHeadquarters,
    unlessAfterwards(ofIncident('run-out-tasks')),
    // What was closed is reopened to write something down; nobody is called for that.
    unlessAfterwards(({ incidentId, body: { from } }) =>
      incidentId && from === 'resolved'
        ? { timer: 'call-reopened', key: incidentId, body: { incidentId } }
        : undefined,
    ),
  ],
  'incident.resolved': [
    ({ incidentId, body: { calling } }) =>
      incidentId
        ? { timer: 'stop-pages', key: incidentId, body: { incidentId, ...(calling && { keep: true }) } }
        : undefined,
  ],
  'incident.closed': [stopPages],
  'incident.time-stated': [ofIncident('recount-reports')],
  'role.assigned': [unlessAfterwards(summonHolder)],
  'role.offered': [unlessAfterwards(summonHolder)],
  'role.released': [
    (fact) => (fact.body.called && !fact.afterwards ? summonHolder(fact) : settledRole(fact)),
  ],
  'role.taken': [settledRole],
  'role.attended': [settledRole],
  'task.opened': [
    ({ body: { taskId, called }, afterwards }) =>
      called && !afterwards ? { timer: 'summon-for-task', key: taskId, body: { taskId } } : undefined,
  ],
  'task.timed-out': [
    ({ incidentId, body: { action } }) =>
      incidentId && action === 'convene'
        ? {
            timer: 'weigh-headquarters',
            key: `${incidentId} anyway`,
            body: { incidentId, anyway: true },
          }
        : undefined,
  ],
  'task.assigned': [settledTask],
  'task.extended': [settledTask],
  'task.ended': [settledTask],
  'task.reopened': [
    ({ body: { taskId }, afterwards }) =>
      afterwards ? undefined : { timer: 'summon-for-task', key: taskId, body: { taskId, again: true } },
  ],
  'headquarters.proposed': [unlessAfterwards(ofIncident('summon-deciders'))],
  'headquarters.declined': [settledHeadquarters],
  'headquarters.set-up': [settledHeadquarters],
  'statement.sent': [
    ({ body: { outlet, statementId } }) =>
      outlet === 'status-page' ? { job: 'tell-subscribers', body: { statementId } } : undefined,
  ],
  'incident.system-marked': [
    ({ incidentId, body: { asset, state } }) =>
      incidentId && FAILED.some((failed) => failed === state)
        ? { timer: 'notice-marked', key: `${incidentId} ${asset}`, body: { incidentId, asset } }
        : undefined,
  ],
  'page.requested': [startPage],
  'page.started': [
    // Without a key of its own: a steady stream of pages does not put it off, and the first to run takes the others along.
    () => ({ timer: 'audit-pages', key: undefined, body: {}, after: { seconds: 60 } }),
  ],
  'page.acknowledged': [
    ({ incidentId, body: { pageId, personId, role } }) =>
      incidentId && role
        ? { timer: 'take-up-role', key: `${pageId} ${personId}`, body: { incidentId, role, personId } }
        : undefined,
  ],
  'watch.set': [() => ({ timer: 'beat-elsewhere', key: 'watch', body: {} })],
  ...nothingFollows(
    'rule.added',
    'rule.changed',
    'rule.moved',
    'rule.removed',
    'brake.set',
    'incident.signals-linked',
    'incident.signal-unlinked',
    'incident.detected',
    'incident.taken-in',
    'incident.unlinked',
    'incident.plan-unreadable',
    'incident.shared',
    'incident.unshared',
    'timeline.noted',
    'timeline.corrected',
    'timeline.annotated',
    'timeline.attached',
    'incident.linked',
    'incident.restricted',
    'timeline.judged',
    'headquarters.changed',
    'headquarters.stood-down',
    'decision.recorded',
    'brief.due',
    'brief.sent',
    'brief.read',
    'change.proposed',
    'change.turned',
    'change.expired',
    'hypothesis.opened',
    'hypothesis.settled',
    'hypothesis.timed-out',
    'evidence.kept',
    'evidence.handed-over',
    'regime.kept',
    'report.opened',
    'report.due-soon',
    'report.form-kept',
    'report.overdue',
    'report.receipt-noted',
    'report.submitted',
    'report.not-needed',
    'statement.drafted',
    'statement.approved',
    'statement.refused',
    'statement.withdrawn',
    'statement.update-missed',
    'withheld.set',
    'withheld.lift-asked',
    'inquiry.logged',
    'inquiry.proposed',
    'inquiry.answered',
    'recovery.growth-checked',
    'recovery.strategy-chosen',
    'recovery.order-answered',
    'recovery.attributed',
    'recovery.page-opened',
    'recovery.page-ended',
    'notice.settled',
    'request.sent',
    'request.not-sent',
    'request.answered',
    'individuals.notified',
    'status.told',
    'status.named',
    'status.subscribed',
    'sweep.hosts-added',
    'sweep.reported',
    'recovery.began',
    'recovery.moved',
    'page.attempted',
    'page.held',
    'page.accepted',
    'page.delivered',
    'page.seen',
    'page.failed',
    'page.escalated',
    'page.passed-over',
    'page.exhausted',
    'page.nobody-to-call',
    'page.tree-unreadable',
    'page.repaired',
    'timeline.disputed',
    'timeline.settled',
    'joint.offered',
    'joint.linked',
    'joint.told',
    'joint.heard',
    'joint.ended',
    'page.stopped',
    'pages.dropped',
    'page.resumed',
    'watch.beaten',
    'watch.ended',
    'proof.handed-out',
  ),
};
