import { PAUSE_BETWEEN_ROUNDS } from '../../prepare/calling/rules.ts';
import type { Cause } from '../../prepare/calling/schema.ts';

export { MOST_ROUNDS, PAUSE_BETWEEN_ROUNDS, stepsFor } from '../../prepare/calling/rules.ts';

import type { Situation } from '../../prepare/plans/schema.ts';
import { type LinkState as MessageLinkState, linkState as stateOfLink } from '../../sending/links/rules.ts';
import type { Link, LinkKind } from '../../sending/links/schema.ts';
import { URGENT_TRIES } from '../../sending/outbox/rules.ts';
import type { Purpose } from '../../sending/outbox/schema.ts';

/** Messages that call somebody: before all others. */
export const PAGE: Purpose = { name: 'page', urgent: true };
/** By which a page is answered. */
export const PAGE_LINK: LinkKind = { purpose: 'acknowledge', path: 'answer' };

/** A link in a mailbox stays a key: it stops working after a shift. */
export const LINK_HOURS = 12;

export type NextStep =
  | { readonly kind: 'ask'; readonly step: number }
  | { readonly kind: 'exhausted' }
  | { readonly kind: 'settled' };

/**
 * What to do when the wait of a step is over. A timer may run twice and late: only the step it was set for counts.
 * @param step the step the timer was set for
 */
export function afterWait(
  page: { readonly state: string; readonly step: number; readonly steps: number },
  step: number,
): NextStep {
  if (page.state !== 'seeking' || page.step !== step) return { kind: 'settled' };
  return step + 1 < page.steps ? { kind: 'ask', step: step + 1 } : { kind: 'exhausted' };
}

/** One way to try a person by. */
export interface Try {
  readonly channel: string;
  readonly address: string;
}

/**
 * The ways to try a person by, in their own order. An address somebody only typed may be anybody's, and whoever has the
 * page can answer it: only routes somebody answered from are tried. The address they sign in with is always the last.
 * @param configured channels that are set up; a route whose channel is not is passed over
 */
export function routesToTry(
  routes: readonly (Try & { readonly verifiedAt: unknown })[],
  signInAddress: string,
  configured: ReadonlySet<string>,
): Try[] {
  const own = routes
    .filter(({ channel, verifiedAt }) => verifiedAt !== null && configured.has(channel))
    .map(({ channel, address }): Try => ({ channel, address }));
  const last: Try = { channel: 'email', address: signInAddress };
  return own.some(({ channel }) => channel === 'email') ? own : [...own, last];
}

const ATTACKS: readonly (Situation | null)[] = ['ransomware', 'ddos', 'dataLeak'];

/** Which call tree an incident is called by (C9-L1). Until somebody says that it is an attack, it is a system failure. */
export const causeOf = (situation: Situation | null): Cause =>
  ATTACKS.includes(situation) ? 'cyberAttack' : 'systemFailure';

/** What a summons is for, so that it stops when that is settled. The page of the incident itself has none. */
export const topicOf = {
  headquarters: 'headquarters',
  role: (role: string) => `role:${role}`,
  task: (taskId: string) => `task:${taskId}`,
} as const;

/** Of what kind a topic is, and of which role or task. */
export function readTopic(topic: string): { readonly kind: string; readonly which: string } {
  const [kind = '', which = ''] = topic.split(/:(.*)/s);
  return { kind, which };
}

/** Of rounds in which nothing could be delivered the next is soon, and later the longer it lasts. */
const FIRST_PAUSE_SECONDS = 15;
export const pauseAfter = (undelivered: number): Temporal.Duration => {
  const longest = PAUSE_BETWEEN_ROUNDS.minutes * 60;
  const seconds = undelivered === 0 ? longest : FIRST_PAUSE_SECONDS * 1.5 ** (undelivered - 1);
  return Temporal.Duration.from({ seconds: Math.round(Math.min(longest, seconds)) });
};

/** Nobody could be reached because nothing was taken, however often it was tried: nobody has been silent. */
export const wasUndelivered = (
  attempts: readonly { readonly state: string; readonly tries: number }[],
): boolean =>
  attempts.every(({ state }) => state === 'failed' || state === 'held' || state === 'withdrawn') &&
  attempts.some(({ state, tries }) => state === 'failed' && tries >= URGENT_TRIES);

/** Steps of the round that has just ended begin here. */
export const lastRound = ({
  steps,
  rounds,
}: {
  readonly steps: readonly unknown[];
  readonly rounds: number;
}): number => steps.length - steps.length / rounds;

/** Rounds in which people could have answered. */
export const roundsAsked = ({
  rounds,
  undelivered,
}: {
  readonly rounds: number;
  readonly undelivered: number;
}): number => rounds - undelivered;

/** The reasons of ours; what a provider says may name an address, and stays with the attempt. */
const OUR_REASON = /^[a-z][a-z0-9-]{0,39}$/;
export const tellableReason = (reason: string): string => (OUR_REASON.test(reason) ? reason : 'refused');

/** More than so many messages to one address in an hour, and what follows is gathered for longer. */
const MANY_AN_HOUR = 12;

/**
 * How long what follows a message waits to go out with others: the window of the settings, and once there have been many
 * within the hour as long as may be without outrunning the escalation. Without a window nothing is ever gathered.
 */
export const windowOf = (
  { bundleSeconds, waitSeconds }: { readonly bundleSeconds: number; readonly waitSeconds: number },
  sentWithinHour: number,
): number =>
  bundleSeconds > 0 && sentWithinHour >= MANY_AN_HOUR
    ? Math.max(bundleSeconds, Math.floor(waitSeconds / 2))
    : bundleSeconds;

/**
 * Anybody inside may take a page; an outside party only one they were asked by; nobody one about themselves. A summons is
 * for those it calls: whoever else presses the button would only silence it.
 */
export const mayAnswer = (
  page: { readonly aboutPerson: string | null; readonly subjectKind: string },
  by: { readonly personId: string | undefined; readonly outside: boolean; readonly asked: boolean },
): boolean =>
  by.personId !== undefined &&
  page.aboutPerson !== by.personId &&
  (by.asked || (!by.outside && page.subjectKind !== 'summons'));

export type LinkState = MessageLinkState | 'answered-by-other' | 'stopped';

/** What the link of a message is good for, for one of the pages it tells of. */
export function linkState(
  link: Link | undefined,
  page: { readonly state: string },
  now: Temporal.Instant,
): LinkState {
  const state = stateOfLink(link, now);
  if (state !== 'open') return state;
  if (page.state === 'acknowledged') return 'answered-by-other';
  // Nobody answered so far: an answer is welcome however late.
  return page.state === 'stopped' ? 'stopped' : 'open';
}
