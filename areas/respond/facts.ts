import { facts as attachments } from './attachments/facts.ts';
import { facts as changes } from './changes/facts.ts';
import { facts as communications } from './communications/facts.ts';
import { facts as declareRules } from './declare-rules/facts.ts';
import { facts as detections } from './detections/facts.ts';
import { facts as headquarters } from './headquarters/facts.ts';
import { facts as incidents } from './incidents/facts.ts';
import { facts as investigation } from './investigation/facts.ts';
import { facts as joint } from './joint/facts.ts';
import { facts as lifecycle } from './lifecycle/facts.ts';
import { facts as notices } from './notices/facts.ts';
import { facts as paging } from './paging/facts.ts';
import { facts as plans } from './plans/facts.ts';
import { facts as proofs } from './proofs/facts.ts';
import { facts as recovery } from './recovery/facts.ts';
import { facts as regimes } from './regimes/facts.ts';
import { facts as reports } from './reports/facts.ts';
import { facts as roles } from './roles/facts.ts';
import { facts as storms } from './storms/facts.ts';
import { facts as subscriptions } from './subscriptions/facts.ts';
import { facts as sweeps } from './sweeps/facts.ts';
import { facts as tasks } from './tasks/facts.ts';
import { facts as timeline } from './timeline/facts.ts';
import { facts as watch } from './watch/facts.ts';

/** What can happen in this area, declared by the thing in which it happens. */
export const facts = {
  ...incidents,
  ...lifecycle,
  ...detections,
  ...declareRules,
  ...storms,
  ...plans,
  ...timeline,
  ...attachments,
  ...joint,
  ...roles,
  ...tasks,
  ...headquarters,
  ...changes,
  ...investigation,
  ...regimes,
  ...reports,
  ...communications,
  ...sweeps,
  ...recovery,
  ...notices,
  ...subscriptions,
  ...paging,
  ...proofs,
  ...watch,
} as const;
