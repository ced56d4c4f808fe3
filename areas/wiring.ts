import type { FactBody, FactName } from './facts.ts';
import type { JobBody, JobKind, TimerBody, TimerKind } from './jobs.ts';
import { jobOf, topicOf } from './respond/paging/rules.ts';

/** What a cause may look at. */
export interface Happened<K extends FactName> {
  readonly incidentId: string | undefined;
  readonly body: FactBody<K>;
}

interface TimerWork<K extends TimerKind> {
  readonly timer: K;
  /** Undefined: one for the whole transaction. */
  readonly key: string | undefined;
  readonly body: TimerBody<K>;
  /** How long after the fact; at once unless told. */
  readonly after?: Temporal.DurationLike;
}
interface JobWork<K extends JobKind> {
  readonly job: K;
  readonly body: JobBody<K>;
}
export type Work = { [K in TimerKind]: TimerWork<K> }[TimerKind] | { [K in JobKind]: JobWork<K> }[JobKind];

type Cause<K extends FactName> = (fact: Happened<K>) => Work | undefined;

/** In a flood one look takes what many transactions brought; alone, nobody notices this. */
const GATHER = { milliseconds: 40 } as const;
const weigh = (): Work => ({ timer: 'weigh-signals', key: undefined, body: {}, after: GATHER });
const deliver = (f: Happened<'page.attempted'>): Work => ({
  job: jobOf(f.body.channel),
  body: { attemptId: f.body.attemptId },
});
const stopPages = (f: { readonly incidentId: string | undefined }): Work | undefined =>
  f.incidentId ? { timer: 'stop-pages', key: f.incidentId, body: { incidentId: f.incidentId } } : undefined;
const draftCase = (f: { readonly incidentId: string | undefined }): Work | undefined =>
  f.incidentId ? { timer: 'draft-case', key: f.incidentId, body: { incidentId: f.incidentId } } : undefined;

/** Whoever is to do it is called, and their deputies after them. */
const summonHolder = (f: {
  readonly incidentId: string | undefined;
  readonly body: { readonly role: string };
}): Work | undefined =>
  f.incidentId
    ? {
        timer: 'summon-holder',
        key: `${f.incidentId} ${f.body.role}`,
        body: { incidentId: f.incidentId, role: f.body.role },
      }
    : undefined;
const stopSummons = (incidentId: string | undefined, topic: string): Work | undefined =>
  incidentId
    ? { timer: 'stop-summons', key: `${incidentId} ${topic}`, body: { incidentId, topic } }
    : undefined;
const settledRole = (f: {
  readonly incidentId: string | undefined;
  readonly body: { readonly role: string };
}) => stopSummons(f.incidentId, topicOf.role(f.body.role));
const settledTask = (f: {
  readonly incidentId: string | undefined;
  readonly body: { readonly taskId: string };
}) => stopSummons(f.incidentId, topicOf.task(f.body.taskId));
const settledHeadquarters = (f: { readonly incidentId: string | undefined }) =>
  stopSummons(f.incidentId, topicOf.headquarters);

/** The plan's criteria hang on this. */
const weighHeadquarters = (f: { readonly incidentId: string | undefined }): Work | undefined =>
  f.incidentId
    ? {
        timer: 'weigh-headquarters',
        key: f.incidentId,
        body: { incidentId: f.incidentId, anyway: false },
      }
    : undefined;

/**
 * Half a minute after a change the pack is made anew. Each transaction sets a timer of its own and the first to run takes
 * the others along, so that a steady stream of changes does not put it off for ever.
 */
const packOld = (): Work => ({ timer: 'renew-pack', key: undefined, body: {}, after: { seconds: 30 } });

const readinessMoved = (): Work => ({
  timer: 'note-readiness',
  key: 'readiness',
  body: {},
  after: { seconds: 30 },
});

/**
 * What causes what, on one page. The work is written in the transaction of the fact: the timer or job exists if and
 * only if the fact does.
 */
export const WIRING: { readonly [K in FactName]: readonly Cause<K>[] } = {
  'organisation.founded': [],
  'organisation.changed': [packOld, readinessMoved],
  'unit.added': [],
  'person.added': [packOld, readinessMoved],
  'person.changed': [packOld, readinessMoved],
  'person.removed': [
    packOld,
    readinessMoved,
    ({ body }) => ({
      timer: 'forget-notices',
      key: body.personId,
      body: { personId: body.personId },
    }),
    ({ body }) => ({
      timer: 'forget-attempts',
      key: body.personId,
      body: { personId: body.personId },
    }),
  ],
  'person.invited': [],
  'person.signed-in': [],
  'person.locked-out': [],
  'break-glass.used': [
    (f) => ({ timer: 'page-administrators', key: f.body.personId, body: { personId: f.body.personId } }),
  ],
  'session.revoked': [],
  'key.created': [],
  'key.revoked': [],
  'duty.changed': [packOld, readinessMoved],
  'asset.kept': [packOld, readinessMoved],
  'asset.removed': [packOld, readinessMoved],
  'asset.imported': [packOld, readinessMoved],
  'asset.file-handed-in': [(f) => ({ job: 'check-import', body: { importId: f.body.importId } })],
  'asset.file-checked': [],
  'asset.import-wanted': [(f) => ({ job: 'apply-import', body: { importId: f.body.importId } })],
  'register.kept': [packOld, readinessMoved],
  'register.removed': [packOld, readinessMoved],
  'plan.published': [packOld, readinessMoved],
  'contact.routes-kept': [packOld, readinessMoved],
  'headquarters-time.wanted': [
    (f) => ({ job: 'simulate-headquarters', body: { simulationId: f.body.simulationId } }),
  ],
  'headquarters-time.advanced': [],
  'swap.asked': [],
  'swap.answered': [],
  'calendar-feed.made': [],
  'calendar-feed.revoked': [],
  'call-run.begun': [],
  'call-run.logged': [
    ({ body: { runId, position, outcome } }) =>
      outcome === 'reached'
        ? { timer: 'answer-by-phone', key: `${runId} ${position}`, body: { runId, position } }
        : undefined,
  ],
  'call-run.ended': [],
  'pack.renewed': [],
  'contact.route-verified': [readinessMoved],
  // The asker sets its timer, for the hour at which it may disturb.
  'confirmation.asked': [],
  'confirmation.settled': [],
  'confirmation.answered': [],
  'source.added': [],
  'source.changed': [],
  'source.removed': [],
  'signal.appeared': [weigh],
  'signal.reappeared': [weigh],
  'signal.resolved': [],
  'signal.fell-silent': [],
  'heartbeat.added': [
    ({ body: { heartbeatId, name, page } }) =>
      page ? { timer: 'rule-for-heartbeat', key: heartbeatId, body: { name } } : undefined,
  ],
  'heartbeat.removed': [],
  'heartbeat.missed': [],
  'heartbeat.returned': [],
  'rule.added': [],
  'rule.changed': [],
  'rule.removed': [],
  'incident.declared': [
    (f) =>
      f.body.page && f.incidentId
        ? { timer: 'start-page', key: f.incidentId, body: { incidentId: f.incidentId } }
        : undefined,
  ],
  'incident.signals-linked': [],
  'incident.signal-unlinked': [],
  'incident.detected': [],
  'incident.merged': [stopPages],
  'incident.taken-in': [],
  'incident.unlinked': [],
  'incident.estimated': [weighHeadquarters],
  'incident.plan-unreadable': [],
  'incident.plan-chosen': [weighHeadquarters],
  'incident.changed': [weighHeadquarters],
  'incident.rated': [weighHeadquarters],
  'incident.reclassified': [weighHeadquarters],
  'incident.resolved': [stopPages],
  'incident.reopened': [weighHeadquarters],
  'incident.closed': [stopPages, draftCase],
  'incident.shared': [],
  'incident.unshared': [],
  'timeline.noted': [],
  'timeline.corrected': [],
  'timeline.annotated': [],
  'incident.time-stated': [
    (f) =>
      f.incidentId
        ? { timer: 'recount-reports', key: f.incidentId, body: { incidentId: f.incidentId } }
        : undefined,
  ],
  'incident.linked': [],
  'incident.restricted': [],
  'incident.system-marked': [],
  'timeline.judged': [],
  'role.assigned': [summonHolder],
  'role.offered': [summonHolder],
  'role.taken': [settledRole],
  'role.attended': [settledRole],
  'task.opened': [],
  'task.assigned': [settledTask],
  'task.timed-out': [],
  'task.extended': [settledTask],
  'task.ended': [settledTask],
  'headquarters.proposed': [
    (f) =>
      f.incidentId
        ? { timer: 'summon-deciders', key: f.incidentId, body: { incidentId: f.incidentId } }
        : undefined,
  ],
  'headquarters.declined': [settledHeadquarters],
  'headquarters.set-up': [settledHeadquarters],
  'headquarters.changed': [],
  'headquarters.stood-down': [],
  'decision.recorded': [],
  'brief.due': [],
  'brief.sent': [],
  'brief.read': [],
  'change.proposed': [],
  'change.turned': [],
  'change.expired': [],
  'hypothesis.opened': [],
  'hypothesis.settled': [],
  'hypothesis.timed-out': [],
  'evidence.kept': [],
  'evidence.handed-over': [],
  'report.opened': [],
  'report.due-soon': [],
  'report.form-kept': [],
  'report.overdue': [],
  'report.receipt-noted': [],
  'report.submitted': [],
  'report.not-needed': [],
  'statement.drafted': [],
  'statement.approved': [],
  'statement.refused': [],
  'statement.sent': [
    (f) =>
      f.body.outlet === 'status-page'
        ? { job: 'tell-subscribers', body: { statementId: f.body.statementId } }
        : undefined,
  ],
  'statement.withdrawn': [],
  'statement.update-missed': [],
  'withheld.set': [],
  'inquiry.logged': [],
  'inquiry.proposed': [],
  'inquiry.answered': [],
  'recovery.growth-checked': [],
  'recovery.strategy-chosen': [],
  'recovery.order-answered': [],
  'recovery.attributed': [],
  'recovery.page-opened': [],
  'recovery.page-ended': [],
  'notice.settled': [],
  'request.sent': [],
  'request.not-sent': [],
  'request.answered': [],
  'individuals.notified': [],
  'status.told': [],
  'status.subscribed': [],
  'sweep.hosts-added': [],
  'sweep.reported': [],
  'recovery.began': [],
  'recovery.moved': [],
  'page.requested': [
    (f) =>
      f.incidentId
        ? { timer: 'start-page', key: f.incidentId, body: { incidentId: f.incidentId } }
        : undefined,
  ],
  'page.started': [
    // Without a key of its own: a steady stream of pages does not put it off, and the first to run takes the others along.
    () => ({ timer: 'audit-pages', key: undefined, body: {}, after: { seconds: 60 } }),
  ],
  'page.attempted': [deliver],
  'page.held': [],
  'page.accepted': [],
  'page.delivered': [],
  'page.seen': [],
  'page.failed': [],
  'page.acknowledged': [],
  'page.escalated': [],
  'page.exhausted': [],
  'page.nobody-to-call': [],
  'page.tree-unreadable': [],
  'page.repaired': [],
  'timeline.disputed': [],
  'timeline.settled': [],
  'joint.offered': [],
  'joint.linked': [],
  'joint.told': [],
  'joint.heard': [],
  'joint.ended': [],
  'page.stopped': [],
  'case.opened': [],
  'case.revised': [],
  'case.turned': [],
  'improvement.adopted': [],
  'improvement.changed': [],
  'watch.set': [() => ({ timer: 'beat-elsewhere', key: 'watch', body: {} })],
  'watch.beaten': [],
  'watch.ended': [],
  'channel.configured': [
    () => ({ timer: 'release-held', key: 'held', body: {} }),
    () => ({ timer: 'release-questions', key: 'held', body: {} }),
    () => ({ timer: 'release-notices', key: 'held', body: {} }),
  ],
};
