import type { Served } from '../route.ts';
import { routes as changes } from './changes/routes.ts';
import { routes as communications } from './communications/routes.ts';
import type { contracts } from './contracts.ts';
import { routes as declareRules } from './declare-rules/routes.ts';
import { routes as detections } from './detections/routes.ts';
import { routes as firstSteps } from './first-steps/routes.ts';
import { routes as headquarters } from './headquarters/routes.ts';
import { routes as incidents } from './incidents/routes.ts';
import { routes as investigation } from './investigation/routes.ts';
import { routes as joint } from './joint/routes.ts';
import { routes as lanes } from './lanes/routes.ts';
import { routes as lifecycle } from './lifecycle/routes.ts';
import { routes as metrics } from './metrics/routes.ts';
import { routes as mine } from './mine/routes.ts';
import { routes as notices } from './notices/routes.ts';
import { routes as paging } from './paging/routes.ts';
import { routes as incidentPlans } from './plans/routes.ts';
import { routes as recovery } from './recovery/routes.ts';
import { routes as regimes } from './regimes/routes.ts';
import { routes as reports } from './reports/routes.ts';
import { routes as incidentRoles } from './staffing/routes.ts';
import { routes as storms } from './storms/routes.ts';
import { routes as sweeps } from './sweeps/routes.ts';
import { routes as tasks } from './tasks/routes.ts';
import { routes as timeline } from './timeline/routes.ts';
import { routes as undo } from './undo/routes.ts';
import { routes as watch } from './watch/routes.ts';

/** Who keeps the contracts of this area. */
export const routes: Served<typeof contracts> = {
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
