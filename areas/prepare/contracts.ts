import { contracts as assets } from './assets/contract.ts';
import { contracts as imports } from './assets/importing/contract.ts';
import { contracts as calendarFeeds } from './calendar-feeds/contract.ts';
import { contracts as callRuns } from './call-runs/contract.ts';
import { contracts as calling } from './calling/contract.ts';
import { contracts as confirmations } from './confirmations/contract.ts';
import { contracts as contactCards } from './contact-cards/contract.ts';
import { contracts as contactRoutes } from './contact-routes/contract.ts';
import { contracts as contacts } from './contacts/contract.ts';
import { contracts as demo } from './demo/contract.ts';
import { contracts as fallbacks } from './fallbacks/contract.ts';
import { contracts as headquartersTime } from './headquarters-time/contract.ts';
import { contracts as invitations } from './invitations/contract.ts';
import { contracts as listViews } from './list-views/contract.ts';
import { contracts as offboarding } from './offboarding/contract.ts';
import { contracts as organisationMark } from './organisation-mark/contract.ts';
import { contracts as pack } from './pack/contract.ts';
import { contracts as parties } from './parties/contract.ts';
import { contracts as plans } from './plans/contract.ts';
import { contracts as readiness } from './readiness/contract.ts';
import { contracts as code } from './register-kinds/as-code/contract.ts';
import { contracts as registers } from './register-kinds/contract.ts';
import { contracts as rosters } from './rosters/contract.ts';
import { contracts as signOnGroups } from './sign-on-groups/contract.ts';
import { contracts as swaps } from './swaps/contract.ts';

/** What this area promises over HTTP and the command line, thing by thing. */
export const contracts = {
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
