import { nothingFollows, type Wiring, type Work } from '../cause.ts';
import type { facts } from './facts.ts';
import type { jobs, timers } from './work.ts';

type Own = keyof typeof jobs | keyof typeof timers;
type OwnWork = Work<Own>;

/**
 * Half a minute after a change the pack is made anew. Each transaction sets a timer of its own and the first to run takes
 * the others along, so that a steady stream of changes does not put it off for ever.
 */
const packOld = (): OwnWork => ({ timer: 'renew-pack', key: undefined, body: {}, after: { seconds: 30 } });

const readinessMoved = (): OwnWork => ({
  timer: 'note-readiness',
  key: 'readiness',
  body: {},
  after: { seconds: 30 },
});

export const wiring: Wiring<keyof typeof facts, Own> = {
  // What other areas tell of.
  'page.failed': [
    // Another key of ours is put right in the settings; a device that is gone is not.
    ({ body: { attemptId, reason } }) =>
      reason === 'subscription-gone'
        ? { timer: 'lapse-route', key: attemptId, body: { messageId: attemptId } }
        : undefined,
  ],

  'organisation.changed': [packOld, readinessMoved],
  'person.added': [packOld, readinessMoved],
  'person.changed': [packOld, readinessMoved],
  'person.removed': [packOld, readinessMoved],
  'duty.changed': [packOld, readinessMoved],
  'asset.kept': [packOld, readinessMoved],
  'asset.removed': [packOld, readinessMoved],
  'asset.imported': [packOld, readinessMoved],
  'register.kept': [packOld, readinessMoved],
  'register.removed': [packOld, readinessMoved],
  'plan.published': [packOld, readinessMoved],
  'contact.routes-kept': [packOld, readinessMoved],
  'contact.route-verified': [readinessMoved],
  'contact.route-lapsed': [readinessMoved],
  'asset.file-handed-in': [({ body: { importId } }) => ({ job: 'check-import', body: { importId } })],
  'asset.import-wanted': [({ body: { importId } }) => ({ job: 'apply-import', body: { importId } })],
  'headquarters-time.wanted': [
    ({ body: { simulationId } }) => ({ job: 'simulate-headquarters', body: { simulationId } }),
  ],
  ...nothingFollows(
    'organisation.founded',
    'organisation.demo-reset',
    'organisation.mark-set',
    'organisation.mark-removed',
    'account.view-kept',
    'account.view-removed',
    'organisation.groups-kept',
    'unit.added',
    'person.invited',
    'person.invitation-mailed',
    'person.invitation-withdrawn',
    'person.signed-in',
    'person.locked-out',
    'break-glass.used',
    'account.changed',
    'session.revoked',
    'key.created',
    'key.revoked',
    'asset.file-checked',
    'headquarters-time.advanced',
    'swap.asked',
    'swap.answered',
    'calendar-feed.made',
    'calendar-feed.revoked',
    'call-run.begun',
    'call-run.logged',
    'call-run.ended',
    'pack.renewed',
    'confirmation.asked',
    'confirmation.settled',
    'confirmation.answered',
  ),
};
