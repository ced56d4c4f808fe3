import {
  createRootRoute,
  createRoute,
  createRouter,
  notFound,
  redirect,
  stripSearchParams,
} from '@tanstack/react-router';
import { z } from 'zod';
import { SIGNAL_STATES } from '../../../areas/detect/signals/schema.ts';
import {
  CAUSE_GROUPS,
  PARTY_KINDS,
  RESOURCE_NEEDS,
  SYSTEM_KINDS,
  THEMES,
} from '../../../areas/learn/cases/schema.ts';
import { IMPROVEMENT_STATES } from '../../../areas/learn/improvements/schema.ts';
import { ASSET_KINDS, GAPS } from '../../../areas/prepare/assets/schema.ts';
import { REGISTER_NAMES } from '../../../areas/prepare/registers/words.ts';
import { INCIDENT_STATES } from '../../../areas/respond/incidents/schema.ts';
import { ATTEMPT_STATES } from '../../../areas/respond/paging/schema.ts';
import { AuditPage } from './audit/audit-page.tsx';
import { HeartbeatsPage } from './detect/heartbeats/heartbeats-page.tsx';
import { SignalsPage } from './detect/signals/signals-page.tsx';
import { CasePage } from './learn/cases/case-page.tsx';
import { CasesPage } from './learn/cases/cases-page.tsx';
import { ImprovementsPage } from './learn/improvements/improvements-page.tsx';
import { LessonsPage } from './learn/lessons/lessons-page.tsx';
import { NowPage } from './now/now-page.tsx';
import { DutyPage } from './prepare/duty/duty-page.tsx';
import { HeadquartersPage } from './prepare/headquarters-time/headquarters-page.tsx';
import { PackPage } from './prepare/pack/pack-page.tsx';
import { PeoplePage } from './prepare/people/people-page.tsx';
import { PlanPage } from './prepare/plans/plan-page.tsx';
import { PlansPage } from './prepare/plans/plans-page.tsx';
import { ReadinessPage } from './prepare/readiness/readiness-page.tsx';
import { CallsPage } from './prepare/registers/calls-page.tsx';
import { RegisterPage } from './prepare/registers/register-page.tsx';
import { GraphPage } from './prepare/systems/graph-page.tsx';
import { ImportsPage } from './prepare/systems/imports-page.tsx';
import { RecoveryPage } from './prepare/systems/recovery-page.tsx';
import { SystemsPage } from './prepare/systems/systems-page.tsx';
import { IncidentsPage } from './respond/incidents/incidents-page.tsx';
import { OutboxPage } from './respond/outbox/outbox-page.tsx';
import { IncidentPage } from './respond/room/incident-page.tsx';
import { StatusBoard } from './respond/room/status-board.tsx';
import { ROOM_TABS } from './respond/room/tabs.ts';
import { RulesPage } from './respond/rules/rules-page.tsx';
import { AccountPage } from './settings/account/account-page.tsx';
import { ChannelsPage } from './settings/channels/channels-page.tsx';
import { OrganisationPage } from './settings/organisation/organisation-page.tsx';
import { SourcesPage } from './settings/sources/sources-page.tsx';
import { PageFailure } from './shell/page-failure.tsx';
import { PagePending } from './shell/page-pending.tsx';
import { EmptyRoom, NotFound } from './shell/rooms.tsx';
import { Shell } from './shell/shell.tsx';
import { LinkPage } from './sign-in/link-page.tsx';
import { SetupPage } from './sign-in/setup-page.tsx';
import { SignInPage } from './sign-in/sign-in-page.tsx';
import { W } from './words.ts';

const text = z.string().max(200).default('').catch('');
const facet = <V extends readonly [string, ...string[]]>(values: V) =>
  z
    .enum([...values, 'any'])
    .default('any')
    .catch('any');
const root = createRootRoute();
const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell });
const under = () => shell;

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: z.object({ error: text, to: text }),
  search: { middlewares: [stripSearchParams({ error: '', to: '' } as const)] },
  component: SignInPage,
});
const link = createRoute({ getParentRoute: () => root, path: '/sign-in/link', component: LinkPage });
const setup = createRoute({ getParentRoute: () => root, path: '/setup', component: SetupPage });

const now = createRoute({ getParentRoute: under, path: '/', component: NowPage });
const prepare = createRoute({
  getParentRoute: under,
  path: '/prepare',
  beforeLoad: () => {
    throw redirect({ to: '/prepare/systems' });
  },
});
const people = createRoute({
  getParentRoute: under,
  path: '/prepare/people',
  validateSearch: z.object({ search: text, role: text }),
  search: { middlewares: [stripSearchParams({ search: '', role: '' } as const)] },
  component: PeoplePage,
});
const duty = createRoute({ getParentRoute: under, path: '/prepare/duty', component: DutyPage });
const systems = createRoute({
  getParentRoute: under,
  path: '/prepare/systems',
  validateSearch: z.object({ kind: facet(ASSET_KINDS), gap: facet(GAPS), search: text, open: text }),
  search: {
    middlewares: [stripSearchParams({ kind: 'any', gap: 'any', search: '', open: '' } as const)],
  },
  component: SystemsPage,
});
const graph = createRoute({
  getParentRoute: under,
  path: '/prepare/graph',
  validateSearch: z.object({ around: text, what: text, open: text }),
  search: { middlewares: [stripSearchParams({ around: '', what: '', open: '' } as const)] },
  component: GraphPage,
});
const recovery = createRoute({ getParentRoute: under, path: '/prepare/recovery', component: RecoveryPage });
const imports = createRoute({
  getParentRoute: under,
  path: '/prepare/imports',
  validateSearch: z.object({ open: text }),
  search: { middlewares: [stripSearchParams({ open: '' } as const)] },
  component: ImportsPage,
});
const readiness = createRoute({
  getParentRoute: under,
  path: '/prepare/readiness',
  component: ReadinessPage,
});
const pack = createRoute({ getParentRoute: under, path: '/prepare/pack', component: PackPage });
const headquartersTime = createRoute({
  getParentRoute: under,
  path: '/prepare/headquarters-time',
  component: HeadquartersPage,
});
const calls = createRoute({ getParentRoute: under, path: '/prepare/calls', component: CallsPage });
const plans = createRoute({
  getParentRoute: under,
  path: '/prepare/plans',
  validateSearch: z.object({ search: text }),
  search: { middlewares: [stripSearchParams({ search: '' } as const)] },
  component: PlansPage,
});
const onePlan = createRoute({
  getParentRoute: under,
  path: '/prepare/plans/$plan',
  validateSearch: z.object({ edit: text }),
  search: { middlewares: [stripSearchParams({ edit: '' } as const)] },
  component: PlanPage,
});
const isRegister = z.enum(REGISTER_NAMES);
const register = createRoute({
  getParentRoute: under,
  path: '/prepare/registers/$register',
  params: {
    parse: ({ register: name }) => {
      const known = isRegister.safeParse(name);
      if (!known.success) throw notFound();
      return { register: known.data };
    },
    stringify: ({ register: name }) => ({ register: name }),
  },
  validateSearch: z.object({ search: text, open: text }),
  search: { middlewares: [stripSearchParams({ search: '', open: '' } as const)] },
  component: RegisterPage,
});
const signals = createRoute({
  getParentRoute: under,
  path: '/detect',
  validateSearch: z.object({
    state: z
      .enum([...SIGNAL_STATES, 'any'])
      .default('any')
      .catch('any'),
    search: text,
    open: text,
  }),
  search: { middlewares: [stripSearchParams({ state: 'any', search: '', open: '' } as const)] },
  component: SignalsPage,
});
const heartbeats = createRoute({
  getParentRoute: under,
  path: '/detect/heartbeats',
  validateSearch: z.object({ search: text }),
  search: { middlewares: [stripSearchParams({ search: '' } as const)] },
  component: HeartbeatsPage,
});
const incidents = createRoute({
  getParentRoute: under,
  path: '/respond',
  validateSearch: z.object({
    state: z
      .enum([...INCIDENT_STATES, 'any'])
      .default('any')
      .catch('any'),
    search: text,
    declare: text,
  }),
  search: { middlewares: [stripSearchParams({ state: 'any', search: '', declare: '' } as const)] },
  component: IncidentsPage,
});
const incident = createRoute({
  getParentRoute: under,
  path: '/respond/incidents/$id',
  validateSearch: z.object({ tab: z.enum(ROOM_TABS).default('command').catch('command') }),
  search: { middlewares: [stripSearchParams({ tab: 'command' } as const)] },
  component: IncidentPage,
});
const statusBoard = createRoute({
  getParentRoute: under,
  path: '/respond/incidents/$id/board',
  validateSearch: z.object({ wall: text }),
  search: { middlewares: [stripSearchParams({ wall: '' } as const)] },
  component: StatusBoard,
});
const outbox = createRoute({
  getParentRoute: under,
  path: '/respond/outbox',
  validateSearch: z.object({
    state: z
      .enum([...ATTEMPT_STATES, 'any'])
      .default('any')
      .catch('any'),
    open: text,
  }),
  search: { middlewares: [stripSearchParams({ state: 'any', open: '' } as const)] },
  component: OutboxPage,
});
const rules = createRoute({
  getParentRoute: under,
  path: '/respond/rules',
  validateSearch: z.object({ search: text }),
  search: { middlewares: [stripSearchParams({ search: '' } as const)] },
  component: RulesPage,
});
const library = {
  group: facet(CAUSE_GROUPS),
  theme: facet(THEMES),
  system: facet(SYSTEM_KINDS),
  party: facet(PARTY_KINDS),
  need: facet(RESOURCE_NEEDS),
  search: text,
};
const libraryDefaults = {
  group: 'any',
  theme: 'any',
  system: 'any',
  party: 'any',
  need: 'any',
  search: '',
} as const;
const learn = createRoute({
  getParentRoute: under,
  path: '/learn',
  validateSearch: z.object(library),
  search: { middlewares: [stripSearchParams(libraryDefaults)] },
  component: CasesPage,
});
const lessons = createRoute({
  getParentRoute: under,
  path: '/learn/lessons',
  validateSearch: z.object({ ...library, open: text }),
  search: { middlewares: [stripSearchParams({ ...libraryDefaults, open: '' } as const)] },
  component: LessonsPage,
});
const improvements = createRoute({
  getParentRoute: under,
  path: '/learn/improvements',
  validateSearch: z.object({ state: facet(IMPROVEMENT_STATES), search: text, open: text }),
  search: { middlewares: [stripSearchParams({ state: 'any', search: '', open: '' } as const)] },
  component: ImprovementsPage,
});
const learnCase = createRoute({
  getParentRoute: under,
  path: '/learn/cases/$id',
  validateSearch: z.object({ edit: text }),
  search: { middlewares: [stripSearchParams({ edit: '' } as const)] },
  component: CasePage,
});
const survey = createRoute({
  getParentRoute: under,
  path: '/survey',
  component: () => <EmptyRoom title={W.survey} text={W.surveyEmpty} />,
});
const audit = createRoute({
  getParentRoute: under,
  path: '/audit',
  validateSearch: z.object({ kind: text }),
  search: { middlewares: [stripSearchParams({ kind: '' } as const)] },
  component: AuditPage,
});
const sources = createRoute({
  getParentRoute: under,
  path: '/settings/sources',
  validateSearch: z.object({ search: text }),
  search: { middlewares: [stripSearchParams({ search: '' } as const)] },
  component: SourcesPage,
});
const channels = createRoute({ getParentRoute: under, path: '/settings/channels', component: ChannelsPage });
const account = createRoute({
  getParentRoute: under,
  path: '/settings/account',
  validateSearch: z.object({ sessions: text, keys: text }),
  search: { middlewares: [stripSearchParams({ sessions: '', keys: '' } as const)] },
  component: AccountPage,
});
const organisation = createRoute({
  getParentRoute: under,
  path: '/settings/organisation',
  component: OrganisationPage,
});

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    link,
    setup,
    shell.addChildren([
      now,
      prepare,
      people,
      duty,
      systems,
      graph,
      recovery,
      imports,
      calls,
      pack,
      headquartersTime,
      readiness,
      plans,
      onePlan,
      register,
      signals,
      heartbeats,
      incidents,
      incident,
      statusBoard,
      outbox,
      rules,
      learn,
      lessons,
      improvements,
      learnCase,
      survey,
      audit,
      sources,
      channels,
      account,
      organisation,
    ]),
  ]),
  scrollRestoration: true,
  defaultErrorComponent: PageFailure,
  defaultPendingComponent: PagePending,
  // A file that is there at once shows no shape; one that takes its time does, from the first moments on.
  defaultPendingMs: 150,
  defaultPendingMinMs: 0,
  defaultPreload: 'intent',
  defaultNotFoundComponent: NotFound,
  // Addresses people can read and type: ?state=firing, not JSON.
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (values) => {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(values)) {
      if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
    }
    return search.size > 0 ? `?${search}` : '';
  },
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
