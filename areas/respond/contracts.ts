import { contracts as changes } from './changes/contract.ts';
import { contracts as communications } from './communications/contract.ts';
import { contracts as declareRules } from './declare-rules/contract.ts';
import { contracts as detections } from './detections/contract.ts';
import { contracts as firstSteps } from './first-steps/contract.ts';
import { contracts as headquarters } from './headquarters/contract.ts';
import { contracts as incidents } from './incidents/contract.ts';
import { contracts as investigation } from './investigation/contract.ts';
import { contracts as joint } from './joint/contract.ts';
import { contracts as lanes } from './lanes/contract.ts';
import { contracts as lifecycle } from './lifecycle/contract.ts';
import { contracts as metrics } from './metrics/contract.ts';
import { contracts as mine } from './mine/contract.ts';
import { contracts as notices } from './notices/contract.ts';
import { contracts as paging } from './paging/contract.ts';
import { contracts as incidentPlans } from './plans/contract.ts';
import { contracts as recovery } from './recovery/contract.ts';
import { contracts as regimes } from './regimes/contract.ts';
import { contracts as reports } from './reports/contract.ts';
import { contracts as incidentRoles } from './staffing/contract.ts';
import { contracts as storms } from './storms/contract.ts';
import { contracts as sweeps } from './sweeps/contract.ts';
import { contracts as tasks } from './tasks/contract.ts';
import { contracts as timeline } from './timeline/contract.ts';
import { contracts as undo } from './undo/contract.ts';
import { contracts as watch } from './watch/contract.ts';

/** What this area promises over HTTP and the command line, thing by thing. */
export const contracts = {
  ...incidents,
  ...lifecycle,
  ...detections,
  ...declareRules,
  ...storms,
  ...incidentPlans,
  ...timeline,
  ...undo,
  ...joint,
  ...paging,
  ...watch,
  ...notices,
  ...mine,
  ...metrics,
  ...lanes,
  ...firstSteps,
  ...incidentRoles,
  ...tasks,
  ...sweeps,
  ...headquarters,
  ...recovery,
  ...changes,
  ...investigation,
  ...regimes,
  ...reports,
  ...communications,
};
