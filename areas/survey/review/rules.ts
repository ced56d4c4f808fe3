import { dialled } from '../../../kernel/addresses.ts';
import type { LinkKind } from '../../sending/links/schema.ts';
import type { Purpose } from '../../sending/outbox/schema.ts';
import type { Contact } from '../content/schema.ts';
import type { ReviewCommentKind, ReviewStanding } from '../terms/words.ts';

/** Mails that ask an operator to review, remind them, or say what became of their comments. */
export const REVIEW_MAIL: Purpose = { name: 'survey-review', urgent: false };
/** Whoever waits for a code sits before an open page. */
export const CODE_MESSAGE: Purpose = { name: 'survey-consent-code', urgent: true };
export const REVIEW_LINK: LinkKind = { purpose: 'survey review', path: 'review' };
export const REVIEW_DAYS = 30;
/** Days after asking, while nothing was said: silence is no consent, so somebody has to be reminded. */
export const REMINDERS = [7, 14, 21] as const;
/** For how long a consent holds unless told. */
export const CONSENT_DAYS = 365;

/** A part of a case as a reader sees it: a title, claim, lesson or label, and a hash of how it is rendered. */
export interface Part {
  readonly id: string;
  readonly hash: string;
}

/**
 * Which parts of an edition somebody is asked about: those whose rendering they did not agree to yet. What they agreed to
 * before stays agreed however many editions lie between; what they agreed to and is there no more is told.
 */
export function partsToAsk(
  parts: readonly Part[],
  agreed: readonly Part[],
): { readonly asked: string[]; readonly kept: string[]; readonly gone: string[] } {
  const known = new Set(agreed.map(({ id, hash }) => `${hash} ${id}`));
  const isKept = ({ id, hash }: Part): boolean => known.has(`${hash} ${id}`);
  const here = new Set(parts.map(({ id }) => id));
  return {
    asked: parts.filter((part) => !isKept(part)).map(({ id }) => id),
    kept: parts.filter(isKept).map(({ id }) => id),
    gone: [...new Set(agreed.map(({ id }) => id))].filter((id) => !here.has(id)),
  };
}

interface Said {
  readonly kind: ReviewCommentKind;
  readonly answer: string | null;
}
/** What the body owes an answer to: while one stands open nothing can be consented to. */
export const isOpen = ({ kind, answer }: Said): boolean => kind !== 'agree' && answer === null;

/** Why a comment cannot be said to be done in an edition; undefined where it can. */
export function notDoneIn(
  { edition, part, partHash }: { readonly edition: number; readonly part: string; readonly partHash: string },
  done: { readonly number: number; readonly parts: readonly Part[] },
): 'not-later' | 'unchanged' | undefined {
  if (done.number <= edition) return 'not-later';
  return done.parts.some(({ id, hash }) => id === part && hash === partHash) ? 'unchanged' : undefined;
}

export interface Consent {
  readonly hash: string;
  readonly givenAt: Temporal.Instant;
  readonly until: Temporal.Instant;
  readonly withdrawnAt: Temporal.Instant | null;
}
export interface ConsentOn {
  readonly state: 'given' | 'asked' | 'none' | 'expired' | 'withdrawn';
  readonly at?: Temporal.Instant;
  readonly until?: Temporal.Instant;
}

/** How one operator stands to one hash: what they said of it last, and nothing they said of another. */
export function consentTo(
  hash: string,
  consents: readonly Consent[],
  isAsked: boolean,
  now: Temporal.Instant,
): ConsentOn {
  const last = consents
    .filter((each) => each.hash === hash)
    .toSorted((a, b) => Temporal.Instant.compare(a.givenAt, b.givenAt))
    .at(-1);
  if (!last) return { state: isAsked ? 'asked' : 'none' };
  if (last.withdrawnAt) return { state: 'withdrawn', at: last.withdrawnAt };
  const isOver = Temporal.Instant.compare(last.until, now) <= 0;
  return { state: isOver ? 'expired' : 'given', at: last.givenAt, until: last.until };
}

/** The first that one operator has decides: a case is consented to when all it tells of have. */
const GRAVEST = ['withdrawn', 'expired', 'none', 'asked', 'given'] as const;
export function consentOfAll(each: readonly ConsentOn[]): ConsentOn {
  const state = GRAVEST.find((grave) => each.some((one) => one.state === grave));
  if (state === undefined) return { state: 'none' };
  const of = each.filter((one) => one.state === state);
  const sorted = (key: 'at' | 'until') =>
    of.flatMap((one) => one[key] ?? []).toSorted((a, b) => Temporal.Instant.compare(a, b));
  const at = sorted('at').at(-1);
  const [until] = sorted('until');
  return { state, ...(at && { at }), ...(until && { until }) };
}

/** Where one review stands, for whoever has to do the next thing. */
export function standingOf(
  {
    hash,
    over,
    open,
    consents,
  }: {
    /** Of the edition asked about last. */
    readonly hash: string;
    /** The asking ended: taken back, or its time is up. */
    readonly over: boolean;
    /** Comments without an answer. */
    readonly open: number;
    readonly consents: readonly Consent[];
  },
  now: Temporal.Instant,
): ReviewStanding {
  const { state } = consentTo(hash, consents, true, now);
  if (state !== 'asked' && state !== 'none') return state;
  if (open > 0) return 'toAnswer';
  return over ? 'lapsed' : 'asked';
}

export const CODE_CHANNELS = ['email', 'sms', 'voice'] as const;
export interface Route {
  /** Known again by this while the register stays as it is. */
  readonly id: string;
  readonly channel: (typeof CODE_CHANNELS)[number];
  readonly name: string;
  readonly address: string;
  /** As much of it as whoever holds the link may see. */
  readonly masked: string;
}

const JAPAN = '81';
/** One mailbox, however its address is written: providers drop what stands after a plus. */
const mailboxOf = (address: string): string => {
  const [local = '', domain = ''] = address
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .split(/@(?=[^@]*$)/);
  return `${local.replace(/\+.*$/, '')}@${domain}`;
};
const hiddenMail = (address: string): string => address.trim().replace(/^(.)[^@]*/u, '$1…');
const hiddenNumber = (number: string): string => `…${number.slice(-4)}`;

/** Registered ways to an operator other than the one the link went: whoever holds the link alone consents to nothing. */
export function otherRoutes(contacts: readonly Contact[], linkAddress: string): Route[] {
  const taken = new Set([mailboxOf(linkAddress)]);
  return contacts.flatMap(({ name, email, phone }, i) => {
    const found: Route[] = [];
    if (email.includes('@') && !taken.has(mailboxOf(email))) {
      taken.add(mailboxOf(email));
      found.push({ id: `email-${i}`, channel: 'email', name, address: email, masked: hiddenMail(email) });
    }
    const number = dialled(phone, JAPAN);
    if (number !== undefined && !taken.has(number)) {
      taken.add(number);
      for (const channel of ['sms', 'voice'] as const)
        found.push({ id: `${channel}-${i}`, channel, name, address: number, masked: hiddenNumber(number) });
    }
    return found;
  });
}

export const CODE = {
  digits: 8,
  minutes: 15,
  tries: 5,
  /** Between two, in an hour, in a day: for one operator, whatever address they come from. */
  pauseSeconds: 60,
  anHour: 4,
  aDay: 10,
} as const;

export interface SentCode {
  readonly sentAt: Temporal.Instant;
  readonly until: Temporal.Instant;
  readonly tries: number;
  readonly usedAt: Temporal.Instant | null;
}

/** In how many seconds another code may be sent; zero where it may now. */
export function pauseOf(sent: readonly Pick<SentCode, 'sentAt'>[], now: Temporal.Instant): number {
  const ages = sent.map(({ sentAt }) => now.since(sentAt).total('seconds')).toSorted((a, b) => a - b);
  // Of so many within a time the oldest has to leave it first.
  const rest = (most: number, seconds: number): number => seconds - (ages[most - 1] ?? seconds);
  return Math.max(
    0,
    Math.ceil(Math.max(rest(1, CODE.pauseSeconds), rest(CODE.anHour, 3_600), rest(CODE.aDay, 86_400))),
  );
}

/** What becomes of a code that somebody typed. */
export function weighCode(
  code: SentCode | undefined,
  isSame: boolean,
  now: Temporal.Instant,
): 'right' | 'wrong' | 'spent' | 'over' {
  if (!code || code.usedAt || Temporal.Instant.compare(code.until, now) <= 0) return 'over';
  if (code.tries >= CODE.tries) return 'spent';
  return isSame ? 'right' : 'wrong';
}

/** A code as people type it: in full width, in groups. */
export const typedCode = (typed: string): string => typed.normalize('NFKC').replaceAll(/[^\d]/g, '');

/** Something an operator said of parts as they read then, or took back altogether. */
export interface Utterance {
  readonly at: Temporal.Instant;
  readonly says: 'agree' | 'other' | 'withdrawn';
  readonly parts: readonly Part[];
}

/** What is agreed to now: of each rendering the last word holds, and a withdrawal takes all before it along. */
export function agreedParts(said: readonly Utterance[]): Part[] {
  const agreed = new Map<string, Part>();
  for (const { says, parts } of said.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))) {
    if (says === 'withdrawn') agreed.clear();
    for (const part of parts)
      if (says === 'agree') agreed.set(`${part.hash} ${part.id}`, part);
      else agreed.delete(`${part.hash} ${part.id}`);
  }
  return [...agreed.values()];
}
