import type { JobHandlers, TimerHandlers } from '../handler-kind.ts';
import { auditOutbox } from './outbox/audit-outbox.ts';
import type { Callers } from './outbox/caller.ts';
import { deliverMessage } from './outbox/deliver-message.ts';
import { forgetRecipient } from './outbox/forget-recipient.ts';
import { sendBundle } from './outbox/gather-messages.ts';
import { releaseHeld, sendWhenDue } from './outbox/send-when-due.ts';
import type { jobs, timers } from './work.ts';

/** Who acts when a timer of sending is due. Those who send stand in the house's list of callers, which is handed in. */
export const timerHandlers = (callers: Callers): TimerHandlers<keyof typeof timers> => ({
  'send-message': sendWhenDue,
  'retry-urgent': sendWhenDue,
  'retry-routine': sendWhenDue,
  'send-bundle': (tx, body) => sendBundle(tx, callers, body),
  'audit-outbox': auditOutbox,
  'release-held': releaseHeld,
  'forget-recipient': forgetRecipient,
});

/** Who does a job of sending. */
export const jobHandlers = (callers: Callers): JobHandlers<keyof typeof jobs> => {
  const deliver: JobHandlers<keyof typeof jobs>['deliver-mail'] = (context, body) =>
    deliverMessage(callers, context, body);
  return {
    'deliver-urgent-mail': deliver,
    'deliver-urgent-phone': deliver,
    'deliver-urgent-post': deliver,
    'deliver-mail': deliver,
    'deliver-phone': deliver,
    'deliver-post': deliver,
  };
};
