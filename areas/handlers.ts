import type { Context, Tx } from '../database/transaction.ts';
import { missHeartbeat } from './detect/monitors/miss-heartbeat.ts';
import { expireSignals } from './detect/signals/expire-signals.ts';
import type { JobBody, JobKind, TimerBody, TimerKind } from './jobs.ts';
import { draftCase } from './learn/cases/draft-case.ts';
import { applyImport } from './prepare/assets/importing/apply-import.ts';
import { checkImport } from './prepare/assets/importing/check-file.ts';
import { releaseHeldQuestions, sendWhenDue } from './prepare/confirmations/send-when-due.ts';
import { runSimulation } from './prepare/headquarters-time/run-simulation.ts';
import { makePack, packIsOld } from './prepare/pack/renew-pack.ts';
import { noteReadiness } from './prepare/readiness/note-readiness.ts';
import { expireChange } from './respond/changes/turn-change.ts';
import { missUpdate } from './respond/communications/send-statement.ts';
import { draftNextBrief } from './respond/headquarters/brief-executives.ts';
import { weighHeadquarters } from './respond/headquarters/weigh-headquarters.ts';
import { ruleForHeartbeat } from './respond/incidents/rule-for-heartbeat.ts';
import { weighSignals } from './respond/incidents/weigh-signals.ts';
import { timeOutHypothesis } from './respond/investigation/presume.ts';
import { deliverNotice, releaseHeldNotices, retryNotice } from './respond/notices/deliver-notice.ts';
import { forgetNotices } from './respond/notices/forget-notices.ts';
import { auditPages } from './respond/paging/audit-pages.ts';
import { deliverAttempt } from './respond/paging/deliver-attempt.ts';
import { deliverConfirmation } from './respond/paging/deliver-confirmation.ts';
import { escalatePage, pageRound } from './respond/paging/escalate-page.ts';
import { answerCalled, forgetAttempts } from './respond/paging/follow-others.ts';
import { releaseHeldAttempts } from './respond/paging/release-held-attempts.ts';
import { retryAttempt } from './respond/paging/retry-attempt.ts';
import { sendBundle } from './respond/paging/send-bundle.ts';
import { pageAdministrators, startPage } from './respond/paging/start-page.ts';
import { stopPages } from './respond/paging/stop-pages.ts';
import { stopSummons, summonDeciders, summonForTask, summonHolder } from './respond/paging/summon.ts';
import { nextRoute } from './respond/paging/walk-routes.ts';
import { recountReports, remindReport } from './respond/reports/keep-report.ts';
import { takeUpRole } from './respond/roles/take-up-role.ts';
import { tellSubscribers } from './respond/subscriptions/tell-subscribers.ts';
import { timeOutTask } from './respond/tasks/time-out-task.ts';
import { beatElsewhere, sendBeat } from './respond/watch/beat-elsewhere.ts';

/** Who acts when a timer is due; a timer without a handler does not compile. */
export const TIMER_HANDLERS: { readonly [K in TimerKind]: (tx: Tx, body: TimerBody<K>) => Promise<void> } = {
  'weigh-signals': weighSignals,
  'expire-signals': expireSignals,
  'miss-heartbeat': missHeartbeat,
  'start-page': startPage,
  'summon-deciders': summonDeciders,
  'summon-holder': summonHolder,
  'summon-for-task': summonForTask,
  'stop-summons': stopSummons,
  'take-up-role': takeUpRole,
  'page-round': pageRound,
  'answer-by-phone': answerCalled,
  'forget-attempts': forgetAttempts,
  'rule-for-heartbeat': ruleForHeartbeat,
  'page-administrators': pageAdministrators,
  'escalate-page': escalatePage,
  'send-confirmation': sendWhenDue,
  'release-questions': releaseHeldQuestions,
  'renew-pack': packIsOld,
  'note-readiness': noteReadiness,
  'audit-pages': auditPages,
  'next-route': nextRoute,
  'retry-attempt': retryAttempt,
  'release-held': releaseHeldAttempts,
  'send-bundle': sendBundle,
  'beat-elsewhere': beatElsewhere,
  'retry-notice': retryNotice,
  'release-notices': releaseHeldNotices,
  'forget-notices': forgetNotices,
  'stop-pages': stopPages,
  'draft-case': draftCase,
  'weigh-headquarters': weighHeadquarters,
  'draft-brief': draftNextBrief,
  'time-out-task': timeOutTask,
  'time-out-hypothesis': timeOutHypothesis,
  'expire-change': expireChange,
  'recount-reports': recountReports,
  'remind-report': remindReport,
  'miss-update': missUpdate,
};

/**
 * Who does a job; a job without a handler does not compile. A job takes its time, so it is handed a way to a context
 * whose `now` is fresh.
 */
export const JOB_HANDLERS: {
  readonly [K in JobKind]: (context: () => Context, body: JobBody<K>) => Promise<void>;
} = {
  'deliver-attempt': deliverAttempt,
  'deliver-by-phone': deliverAttempt,
  'deliver-by-post': deliverAttempt,
  'send-beat': sendBeat,
  'deliver-notice': deliverNotice,
  'tell-subscribers': tellSubscribers,
  'deliver-confirmation': deliverConfirmation,
  'make-pack': makePack,
  'simulate-headquarters': runSimulation,
  'check-import': checkImport,
  'apply-import': applyImport,
};
