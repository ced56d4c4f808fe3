import { routes as heartbeats } from './detect/monitors/routes.ts';
import { routes as signals } from './detect/signals/routes.ts';
import { routes as sources } from './detect/sources-glue/routes.ts';
import { routes as cases } from './learn/cases/routes.ts';
import { routes as improvements } from './learn/improvements/routes.ts';
import { routes as lessons } from './learn/lessons/routes.ts';
import { routes as ledger } from './ledger/routes.ts';
import { routes as imports } from './prepare/assets/importing/routes.ts';
import { routes as assets } from './prepare/assets/routes.ts';
import { routes as calendarFeeds } from './prepare/calendar-feeds/routes.ts';
import { routes as callRuns } from './prepare/call-runs/routes.ts';
import { routes as calling } from './prepare/calling/routes.ts';
import { routes as confirmations } from './prepare/confirmations/routes.ts';
import { routes as contactRoutes } from './prepare/contact-routes/routes.ts';
import { routes as contacts } from './prepare/contacts/routes.ts';
import { routes as fallbacks } from './prepare/fallbacks/routes.ts';
import { routes as headquartersTime } from './prepare/headquarters-time/routes.ts';
import { routes as pack } from './prepare/pack/routes.ts';
import { routes as parties } from './prepare/parties/routes.ts';
import { routes as plans } from './prepare/plans/routes.ts';
import { routes as readiness } from './prepare/readiness/routes.ts';
import { routes as code } from './prepare/registers/as-code/routes.ts';
import { routes as registers } from './prepare/registers/routes.ts';
import { routes as rosters } from './prepare/rosters/routes.ts';
import { routes as swaps } from './prepare/swaps/routes.ts';
import { routes as changes } from './respond/changes/routes.ts';
import { routes as communications } from './respond/communications/routes.ts';
import { routes as headquarters } from './respond/headquarters/routes.ts';
import { routes as incidents } from './respond/incidents/routes.ts';
import { routes as investigation } from './respond/investigation/routes.ts';
import { routes as joint } from './respond/joint/routes.ts';
import { routes as mine } from './respond/mine/routes.ts';
import { routes as notices } from './respond/notices/routes.ts';
import { routes as paging } from './respond/paging/routes.ts';
import { routes as incidentPlans } from './respond/plans/routes.ts';
import { routes as recovery } from './respond/recovery/routes.ts';
import { routes as reports } from './respond/reports/routes.ts';
import { routes as incidentRoles } from './respond/roles/routes.ts';
import { routes as sweeps } from './respond/sweeps/routes.ts';
import { routes as tasks } from './respond/tasks/routes.ts';
import { routes as timeline } from './respond/timeline/routes.ts';
import { routes as watch } from './respond/watch/routes.ts';

/** Every route of the product, in the order of the loop; HTTP, OpenAPI and the command line are read from here. */
export const ROUTES = [
  ...parties,
  ...contacts,
  ...contactRoutes,
  ...confirmations,
  ...calling,
  ...callRuns,
  ...swaps,
  ...calendarFeeds,
  ...assets,
  ...imports,
  ...rosters,
  ...registers,
  ...code,
  ...plans,
  ...fallbacks,
  ...pack,
  ...headquartersTime,
  ...readiness,
  ...sources,
  ...signals,
  ...heartbeats,
  ...incidents,
  ...incidentPlans,
  ...timeline,
  ...joint,
  ...paging,
  ...watch,
  ...notices,
  ...mine,
  ...incidentRoles,
  ...tasks,
  ...sweeps,
  ...headquarters,
  ...recovery,
  ...changes,
  ...investigation,
  ...reports,
  ...communications,
  ...cases,
  ...lessons,
  ...improvements,
  ...ledger,
] as const;
