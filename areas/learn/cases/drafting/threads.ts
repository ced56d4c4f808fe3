import type { FactName } from '../../../facts.ts';
import type { Line } from '../../../ledger/schema.ts';
import type { About } from './about.ts';
import { tellHypotheses } from './causes.ts';
import { tellBriefs, tellDecisions, tellHeadquarters, tellRoles, tellSharing } from './command.ts';
import { tellChanges, tellEvidence, tellSweeps, tellTasks } from './doing.ts';
import { tellEstimates, tellGrowth, tellSystems } from './extent.ts';
import { tellAdditions, tellNotes } from './notes.ts';
import { tellNoticing, tellPaging, tellSetting, tellSeverity } from './noticing.ts';
import { tellInquiries, tellJoint, tellReports, tellStatements, tellWithheld } from './outside.ts';
import { tellEnds, tellRecovery } from './recovery.ts';
import type { Told } from './schema.ts';

/** What of one matter is told together. */
type Thread =
  | 'notes'
  | 'noticing'
  | 'setting'
  | 'severity'
  | 'paging'
  | 'headquarters'
  | 'briefs'
  | 'roles'
  | 'sharing'
  | 'decisions'
  | 'tasks'
  | 'changes'
  | 'evidence'
  | 'sweeps'
  | 'systems'
  | 'estimates'
  | 'growth'
  | 'statements'
  | 'withheld'
  | 'inquiries'
  | 'reports'
  | 'joint'
  | 'recovery'
  | 'ends'
  | 'hypotheses';

/** Told with something else, or how a thing came about and not what happened. */
type Untold = 'course' | 'making';

type Prefix =
  | 'incident'
  | 'timeline'
  | 'storm'
  | 'page'
  | 'change'
  | 'statement'
  | 'withheld'
  | 'inquiry'
  | 'individuals'
  | 'headquarters'
  | 'decision'
  | 'brief'
  | 'hypothesis'
  | 'evidence'
  | 'joint'
  | 'notice'
  | 'request'
  | 'recovery'
  | 'report'
  | 'role'
  | 'sweep'
  | 'task'
  | 'status';
/** Every kind of line that can stand in the record of an incident. */
type RecordedKind = Extract<FactName, `${Prefix}.${string}`>;

/** Where each kind of line stands in a draft. Complete by type: a new kind of fact is placed before it compiles. */
export const THREAD_OF: Readonly<Record<RecordedKind, Thread | Untold>> = {
  'timeline.noted': 'notes',
  'timeline.corrected': 'notes',
  'timeline.annotated': 'notes',
  'timeline.disputed': 'notes',
  'timeline.settled': 'notes',
  'timeline.judged': 'notes',
  'timeline.attached': 'evidence',
  'incident.declared': 'noticing',
  'incident.detected': 'noticing',
  'incident.signals-linked': 'noticing',
  'incident.signals-ended': 'noticing',
  'incident.signals-back': 'noticing',
  'incident.signal-unlinked': 'making',
  'storm.began': 'noticing',
  'storm.released': 'noticing',
  'incident.plan-chosen': 'setting',
  'incident.plan-unreadable': 'setting',
  'incident.linked': 'setting',
  'incident.unlinked': 'making',
  'incident.taken-in': 'setting',
  'incident.merged': 'making',
  'incident.changed': 'severity',
  'incident.rated': 'severity',
  'incident.reclassified': 'severity',
  'incident.shared': 'sharing',
  'incident.unshared': 'sharing',
  'incident.restricted': 'sharing',
  'incident.system-marked': 'systems',
  'incident.estimated': 'estimates',
  'incident.time-stated': 'course',
  'incident.resolved': 'ends',
  'incident.reopened': 'ends',
  'incident.closed': 'ends',
  'page.requested': 'paging',
  'page.started': 'paging',
  'page.attempted': 'paging',
  'page.held': 'paging',
  'page.accepted': 'paging',
  'page.delivered': 'paging',
  'page.seen': 'paging',
  'page.failed': 'paging',
  'page.acknowledged': 'paging',
  'page.escalated': 'paging',
  'page.passed-over': 'paging',
  'page.exhausted': 'paging',
  'page.nobody-to-call': 'paging',
  'page.tree-unreadable': 'paging',
  'page.repaired': 'paging',
  'page.stopped': 'paging',
  'page.resumed': 'paging',
  'headquarters.proposed': 'headquarters',
  'headquarters.declined': 'headquarters',
  'headquarters.set-up': 'headquarters',
  'headquarters.changed': 'headquarters',
  'headquarters.stood-down': 'headquarters',
  'decision.recorded': 'decisions',
  'brief.due': 'making',
  'brief.sent': 'briefs',
  'brief.read': 'briefs',
  'role.assigned': 'roles',
  'role.released': 'making',
  'role.offered': 'roles',
  'role.taken': 'roles',
  'role.attended': 'roles',
  'task.opened': 'tasks',
  'task.assigned': 'tasks',
  'task.timed-out': 'tasks',
  'task.extended': 'tasks',
  'task.ended': 'tasks',
  'task.reopened': 'tasks',
  'request.sent': 'tasks',
  'request.not-sent': 'tasks',
  'request.answered': 'tasks',
  'change.proposed': 'changes',
  'change.turned': 'changes',
  'change.expired': 'changes',
  'evidence.kept': 'evidence',
  'evidence.handed-over': 'evidence',
  'sweep.hosts-added': 'sweeps',
  'sweep.reported': 'sweeps',
  'statement.drafted': 'statements',
  'statement.approved': 'statements',
  'statement.refused': 'statements',
  'statement.sent': 'statements',
  'statement.withdrawn': 'statements',
  'statement.update-missed': 'statements',
  'individuals.notified': 'statements',
  'status.told': 'statements',
  'status.subscribed': 'making',
  'status.named': 'making',
  'withheld.set': 'withheld',
  'withheld.lift-asked': 'making',
  'inquiry.logged': 'inquiries',
  'inquiry.proposed': 'inquiries',
  'inquiry.answered': 'inquiries',
  'report.opened': 'reports',
  'report.due-soon': 'reports',
  'report.form-kept': 'reports',
  'report.overdue': 'reports',
  'report.receipt-noted': 'reports',
  'report.submitted': 'reports',
  'report.not-needed': 'reports',
  'joint.offered': 'making',
  'joint.linked': 'joint',
  'joint.told': 'joint',
  'joint.heard': 'joint',
  'joint.ended': 'joint',
  'notice.settled': 'making',
  'recovery.began': 'recovery',
  'recovery.moved': 'recovery',
  'recovery.growth-checked': 'growth',
  'recovery.strategy-chosen': 'recovery',
  'recovery.order-answered': 'recovery',
  'recovery.attributed': 'recovery',
  'recovery.page-opened': 'recovery',
  'recovery.page-ended': 'recovery',
  'hypothesis.opened': 'hypotheses',
  'hypothesis.settled': 'hypotheses',
  'hypothesis.timed-out': 'hypotheses',
};

const TELLERS: Readonly<
  Record<Exclude<Thread, 'notes' | 'setting'>, (lines: readonly Line[], about: About) => Told[]>
> = {
  noticing: tellNoticing,
  severity: tellSeverity,
  paging: tellPaging,
  headquarters: tellHeadquarters,
  briefs: tellBriefs,
  roles: tellRoles,
  sharing: tellSharing,
  decisions: tellDecisions,
  tasks: tellTasks,
  changes: tellChanges,
  evidence: tellEvidence,
  sweeps: tellSweeps,
  systems: tellSystems,
  estimates: tellEstimates,
  growth: tellGrowth,
  statements: tellStatements,
  withheld: tellWithheld,
  inquiries: tellInquiries,
  reports: tellReports,
  joint: tellJoint,
  recovery: tellRecovery,
  ends: tellEnds,
  hypotheses: tellHypotheses,
};

const threadOf = (kind: string): Thread | Untold =>
  Object.hasOwn(THREAD_OF, kind) ? THREAD_OF[kind as RecordedKind] : 'making';

/** Everything a record says, one sentence a matter, each with the lines that say it. */
export function tellAll(about: About): Told[] {
  const { lines } = about.record;
  const of = new Map<string, Line[]>();
  for (const line of lines) {
    const thread = threadOf(line.kind);
    const known = of.get(thread);
    if (known) known.push(line);
    else of.set(thread, [line]);
  }
  const ends = new Set((of.get('ends') ?? []).map(({ seq }) => seq));
  // What corrects a resolution stands with it.
  const withEnds = lines.filter(
    ({ seq, corrects, kind }) =>
      ends.has(seq) || (kind === 'timeline.corrected' && corrects !== null && ends.has(corrects)),
  );
  return [
    ...tellSetting(lines, about),
    ...tellNotes(lines, about),
    ...tellAdditions(
      (of.get('notes') ?? []).filter(({ kind }) => kind !== 'timeline.noted'),
      lines,
    ),
    ...Object.entries(TELLERS).flatMap(([thread, teller]) =>
      teller(thread === 'ends' ? withEnds : (of.get(thread) ?? []), about),
    ),
  ];
}
