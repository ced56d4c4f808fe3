import type { JobHandlers, TimerHandlers } from '../handler-kind.ts';
import { expireChange } from './changes/expire-change.ts';
import { missUpdate } from './communications/miss-update.ts';
import { publishNames } from './communications/publish-names.ts';
import { releaseHeld } from './declare-rules/release-held.ts';
import { ruleForHeartbeat } from './declare-rules/rule-for-heartbeat.ts';
import { weighSignals } from './declare-rules/weigh-signals.ts';
import { hearEnds } from './detections/hear-ends.ts';
import { noticeMarked } from './detections/notice-precursors.ts';
import { draftNextBrief } from './headquarters/draft-next-brief.ts';
import { weighHeadquarters } from './headquarters/weigh-headquarters.ts';
import { timeOutHypothesis } from './investigation/presume.ts';
import { auditPages } from './paging/audit-pages.ts';
import { callReopened } from './paging/call-reopened.ts';
import { escalatePage, pageRound, sendingWorks } from './paging/escalate-page.ts';
import { answerCalled } from './paging/follow-others.ts';
import { pageAdministrators, startPage } from './paging/start-page.ts';
import { pageForReturn, stopForEnd } from './paging/stop-for-end.ts';
import { stopPages } from './paging/stop-pages.ts';
import { stopSummons, summonDeciders, summonForTask, summonHolder } from './paging/summon.ts';
import { nextRoute } from './paging/walk-routes.ts';
import { handOutProof, signHourly } from './proofs/hand-out-proof.ts';
import { recountReports } from './reports/recount-reports.ts';
import { remindReport } from './reports/remind-report.ts';
import { takeUpRole } from './staffing/take-up-role.ts';
import { tellSubscribers } from './subscriptions/tell-subscribers.ts';
import { runOutTasks, timeOutTask } from './tasks/time-out-task.ts';
import { beatElsewhere, sendBeat } from './watch/beat-elsewhere.ts';
import type { jobs, timers } from './work.ts';

/** Who acts when a timer of this area is due. */
export const timerHandlers: TimerHandlers<keyof typeof timers> = {
  'weigh-signals': weighSignals,
  'release-storm': releaseHeld,
  'hear-ends': hearEnds,
  'stop-for-end': stopForEnd,
  'page-for-return': pageForReturn,
  'start-page': startPage,
  'summon-deciders': summonDeciders,
  'summon-holder': summonHolder,
  'summon-for-task': summonForTask,
  'stop-summons': stopSummons,
  'take-up-role': takeUpRole,
  'page-round': pageRound,
  'answer-by-phone': answerCalled,
  'rule-for-heartbeat': ruleForHeartbeat,
  'page-administrators': pageAdministrators,
  'escalate-page': escalatePage,
  'audit-pages': auditPages,
  'next-route': nextRoute,
  'beat-elsewhere': beatElsewhere,
  'sign-ledger': signHourly,
  'hand-out-proof': handOutProof,
  'stop-pages': stopPages,
  'call-reopened': callReopened,
  'run-out-tasks': runOutTasks,
  'sending-works': sendingWorks,
  'weigh-headquarters': weighHeadquarters,
  'notice-marked': noticeMarked,
  'draft-brief': draftNextBrief,
  'time-out-task': timeOutTask,
  'time-out-hypothesis': timeOutHypothesis,
  'expire-change': expireChange,
  'recount-reports': recountReports,
  'remind-report': remindReport,
  'miss-update': missUpdate,
  'publish-names': publishNames,
};

/** Who does a job of this area. */
export const jobHandlers: JobHandlers<keyof typeof jobs> = {
  'send-beat': sendBeat,
  'tell-subscribers': tellSubscribers,
};
