import * as audit from './audit/screen.ts';
import * as heartbeats from './detect/heartbeats/screen.ts';
import * as signals from './detect/signals/screen.ts';
import * as cases from './learn/cases/screen.ts';
import * as improvements from './learn/improvements/screen.ts';
import * as lessons from './learn/lessons/screen.ts';
import * as now from './now/screen.ts';
import * as parts from './parts/screen.ts';
import * as duty from './prepare/duty/screen.ts';
import * as headquartersTime from './prepare/headquarters-time/screen.ts';
import * as pack from './prepare/pack/screen.ts';
import * as people from './prepare/people/screen.ts';
import * as plans from './prepare/plans/screen.ts';
import * as readiness from './prepare/readiness/screen.ts';
import * as registers from './prepare/registers/screen.ts';
import * as systems from './prepare/systems/screen.ts';
import * as incidents from './respond/incidents/screen.ts';
import * as metrics from './respond/metrics/screen.ts';
import * as outbox from './respond/outbox/screen.ts';
import * as room from './respond/room/screen.ts';
import * as rules from './respond/rules/screen.ts';
import * as account from './settings/account/screen.ts';
import * as channels from './settings/channels/screen.ts';
import * as organisation from './settings/organisation/screen.ts';
import * as regimes from './settings/regimes/screen.ts';
import * as sources from './settings/sources/screen.ts';
import type { Entry, LaterEntries } from './shell/entry.ts';
import * as surveyAnonymise from './survey/anonymise/screen.ts';
import * as surveyCycles from './survey/cycles/screen.ts';
import * as surveyDesk from './survey/desk/screen.ts';
import * as exchange from './survey/exchange/screen.ts';
import * as hearings from './survey/hearings/screen.ts';
import * as surveyLists from './survey/lists/screen.ts';
import * as surveyOperators from './survey/operators/screen.ts';
import * as ownReports from './survey/own/screen.ts';
import * as ownLessons from './survey/own-lessons/screen.ts';
import * as ownMinutes from './survey/own-minutes/screen.ts';
import * as ownReviews from './survey/own-reviews/screen.ts';
import * as publication from './survey/publication/screen.ts';
import * as surveyReviews from './survey/review/screen.ts';
import * as survey from './survey/screen.ts';
import * as statistics from './survey/statistics/screen.ts';

/** Every screen within the frame, in the order of rail and palette. Adding one is its folder and a line here. */
const SCREENS = [
  now,
  systems,
  readiness,
  headquartersTime,
  plans,
  pack,
  registers,
  people,
  duty,
  signals,
  heartbeats,
  incidents,
  room,
  rules,
  metrics,
  outbox,
  cases,
  lessons,
  improvements,
  survey,
  surveyDesk,
  surveyAnonymise,
  surveyOperators,
  ownReports,
  ownReviews,
  ownMinutes,
  ownLessons,
  exchange,
  surveyCycles,
  publication,
  hearings,
  surveyReviews,
  statistics,
  surveyLists,
  account,
  sources,
  channels,
  organisation,
  regimes,
  audit,
  parts,
] as const;

/** The routes of each, one after the other: an address that no screen has does not compile. */
type RoutesOf<S extends readonly unknown[]> = S extends readonly [
  { readonly routes: infer R extends readonly unknown[] },
  ...infer Rest,
]
  ? readonly [...R, ...RoutesOf<Rest>]
  : readonly [];

export const routes = SCREENS.flatMap((screen) => [...screen.routes]) as unknown as RoutesOf<typeof SCREENS>;

export const entries: readonly (Entry | LaterEntries)[] = SCREENS.flatMap((screen) =>
  'entries' in screen ? [...screen.entries] : [],
);
