export {
  insertOwnComments,
  insertOwnConsent,
  type OwnConsent,
  ownComments,
  ownConsents,
  setOwnAnswer,
  settleComments,
  settleConsent,
  settleWithdrawal,
  withdrawOwn,
} from './store.ts';
