import { type Bilingual, inEach, type Language } from '../../../kernel/language.ts';
import { fillIn, shorten } from '../../../kernel/text.ts';
import type { ON_TIMEOUT, Plan, PlanStep } from '../../prepare/plans/schema.ts';
import type { SweepCounts } from './schema.ts';

export interface TimedOut {
  readonly title: string;
  readonly onTimeout: (typeof ON_TIMEOUT)[number];
}

/** What follows when the time of a task runs out (C7-L2). */
export type Consequence =
  /** Whoever decides is asked, once for all that ran out. */
  | { readonly kind: 'decide' }
  | { readonly kind: 'request'; readonly title: string; readonly role: string }
  | { readonly kind: 'convene' }
  | { readonly kind: 'nothing' };

/** So long whoever is asked to decide or to ask the vendor has for it. */
export const FOLLOW_UP_MINUTES = 10;

/** Quoted in another title, in two languages: as much as leaves room for both. */
const QUOTED = 120;

/** @param languages in which whoever reads the new task reads */
export function afterTimeout(
  { title: whole, onTimeout }: TimedOut,
  languages: readonly Language[],
): Consequence {
  const title = shorten(whole, QUOTED);
  switch (onTimeout) {
    case 'escalate':
      return { kind: 'decide' };
    case 'askVendor':
      return {
        kind: 'request',
        title: inEach(languages, {
          ja: `委託先・供給元への依頼：「${title}」`,
          en: `Ask the vendor: “${title}”`,
        }),
        role: 'contractor-window',
      };
    case 'convene':
      return { kind: 'convene' };
    case 'goOn':
      return { kind: 'nothing' };
  }
}

/** What is to be decided on, the first by name and the others counted. */
export function decisionTitle(titles: readonly string[], languages: readonly Language[]): string {
  const [first = '', ...others] = titles;
  const title = shorten(first, QUOTED);
  if (others.length === 0)
    return inEach(languages, {
      ja: `時間切れ：「${title}」の対応の判断`,
      en: `Time is up: decide on “${title}”`,
    });
  const n = others.length;
  return inEach(languages, {
    ja: `時間切れ：「${title}」ほか${n}件の対応の判断`,
    en: `Time is up: decide on “${title}” and ${n} more`,
  });
}

interface Late {
  readonly matter: string;
  readonly state: string;
  readonly onTimeout: string;
  readonly timedOutAt: Temporal.Instant | null;
  readonly endedAt: Temporal.Instant | null;
}

/** Tasks that ran out since somebody last decided on such, and are still open. */
export function waitsForDecision<T extends Late>(tasks: readonly T[]): T[] {
  const decided = tasks
    .filter(({ matter, state }) => matter === matterOf.decision && state !== 'open')
    .map(({ endedAt }) => endedAt?.epochMilliseconds ?? 0);
  const since = Math.max(0, ...decided);
  return tasks.filter(
    ({ state, onTimeout, timedOutAt }) =>
      state === 'open' &&
      onTimeout === 'escalate' &&
      timedOutAt !== null &&
      timedOutAt.epochMilliseconds > since,
  );
}

/** Who leads an incident, as plans call the role. */
export const COMMANDER = 'commander';

/** The role that decides: who chairs the headquarters, else whom the plan names first. */
export const decidingRole = (plan: Plan | undefined): string =>
  plan?.bodies.find(({ kind }) => kind === 'headquarters')?.chair ?? plan?.roles[0]?.key ?? COMMANDER;

/** Whether an incident in which nobody has this role is led by nobody. */
export const leads = (role: string, plan: Plan | undefined): boolean =>
  role === COMMANDER || role === decidingRole(plan);

/** Steps of a plan that are not a task yet, with their positions. */
export const stepsToRun = (
  plan: Plan,
  running: ReadonlySet<number>,
): { readonly step: PlanStep; readonly position: number }[] =>
  plan.steps.map((step, position) => ({ step, position })).filter(({ position }) => !running.has(position));

/** An incident is not closed while such a task is open, and it is not taken back in passing. */
export const keepsOpen = ({
  required,
  kind,
}: {
  readonly required: boolean;
  readonly kind: string;
}): boolean => required || kind === 'healthCheck' || kind === 'sweep';

/** What keeps a sweep from being called done: it is complete at every host, not at most of them (C1-R5). */
export function lackOf({ pending, clean, found, excluded }: SweepCounts): Bilingual | undefined {
  const of = pending + clean + found + excluded;
  if (of === 0) return { ja: '対象の機器がありません', en: 'This sweep has no machines yet' };
  if (pending === 0) return undefined;
  return {
    ja: `${of}台のうち${pending}台の結果がありません。結果を記録するか、理由を入力して対象外にしてください`,
    en: fillIn(
      '{pending} of {of} {of|machine|machines} {pending|has|have} no result. Record it, or give a reason for the exclusion',
      { pending, of },
    ),
  };
}

const PLANNED_REPORT = 'plan-report:';
/** The plan says that somebody is to be told. */
export const isPlannedReport = ({ matter }: { readonly matter: string }): boolean =>
  matter.startsWith(PLANNED_REPORT);

/** What a task was raised about, so that it ends when that does and is not raised twice. */
export const matterOf = {
  report: (reportId: string) => `report:${reportId}`,
  planReport: (to: string) => `${PLANNED_REPORT}${to}`,
  brief: (briefId: string) => `brief:${briefId}`,
  change: (changeId: string) => `change:${changeId}`,
  /** What to do about all that ran out of time. */
  decision: 'decision',
  /** An update promised to an audience. */
  update: (audience: string) => `update:${audience}`,
} as const;
