import type { Served } from '../route.ts';
import { routes as imports } from './assets/importing/routes.ts';
import { routes as assets } from './assets/routes.ts';
import { routes as calendarFeeds } from './calendar-feeds/routes.ts';
import { routes as callRuns } from './call-runs/routes.ts';
import { routes as calling } from './calling/routes.ts';
import { routes as confirmations } from './confirmations/routes.ts';
import { routes as contactCards } from './contact-cards/routes.ts';
import { routes as contactRoutes } from './contact-routes/routes.ts';
import { routes as contacts } from './contacts/routes.ts';
import type { contracts } from './contracts.ts';
import { routes as demo } from './demo/routes.ts';
import { routes as fallbacks } from './fallbacks/routes.ts';
import { routes as headquartersTime } from './headquarters-time/routes.ts';
import { routes as invitations } from './invitations/routes.ts';
import { routes as listViews } from './list-views/routes.ts';
import { routes as offboarding } from './offboarding/routes.ts';
import { routes as organisationMark } from './organisation-mark/routes.ts';
import { routes as pack } from './pack/routes.ts';
import { routes as parties } from './parties/routes.ts';
import { routes as plans } from './plans/routes.ts';
import { routes as readiness } from './readiness/routes.ts';
import { routes as code } from './register-kinds/as-code/routes.ts';
import { routes as registers } from './register-kinds/routes.ts';
import { routes as rosters } from './rosters/routes.ts';
import { routes as signOnGroups } from './sign-on-groups/routes.ts';
import { routes as swaps } from './swaps/routes.ts';

/** Who keeps the contracts of this area. */
export const routes: Served<typeof contracts> = {
  ...parties,
  ...organisationMark,
  ...listViews,
  ...signOnGroups,
  ...demo,
  ...contacts,
  ...offboarding,
  ...invitations,
  ...contactRoutes,
  ...contactCards,
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
};
