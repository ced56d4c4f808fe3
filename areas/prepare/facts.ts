import { facts as assets } from './assets/facts.ts';
import { facts as calendarFeeds } from './calendar-feeds/facts.ts';
import { facts as callRuns } from './call-runs/facts.ts';
import { facts as confirmations } from './confirmations/facts.ts';
import { facts as contactRoutes } from './contact-routes/facts.ts';
import { facts as contacts } from './contacts/facts.ts';
import { facts as headquartersTime } from './headquarters-time/facts.ts';
import { facts as listViews } from './list-views/facts.ts';
import { facts as organisationMark } from './organisation-mark/facts.ts';
import { facts as pack } from './pack/facts.ts';
import { facts as parties } from './parties/facts.ts';
import { facts as plans } from './plans/facts.ts';
import { facts as registers } from './registers/facts.ts';
import { facts as rosters } from './rosters/facts.ts';
import { facts as signOnGroups } from './sign-on-groups/facts.ts';
import { facts as swaps } from './swaps/facts.ts';

/** What can happen in this area, declared by the thing in which it happens. */
export const facts = {
  ...parties,
  ...organisationMark,
  ...listViews,
  ...signOnGroups,
  ...contacts,
  ...rosters,
  ...assets,
  ...registers,
  ...plans,
  ...headquartersTime,
  ...swaps,
  ...calendarFeeds,
  ...callRuns,
  ...pack,
  ...contactRoutes,
  ...confirmations,
} as const;
