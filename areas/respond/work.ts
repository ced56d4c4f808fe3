import { z } from 'zod';
import type { Shape } from '../../kernel/shape.ts';
import { toldWhen } from '../../kernel/time.ts';

const nothing = z.object({});

/** What this area does later with its own state. */
export const timers = {
  'weigh-signals': nothing,
  /** A storm was undone: its groups become incidents. */
  'release-storm': z.object({ stormId: z.uuid(), page: z.boolean() }),
  /** Alarms ended: their incidents hear of it. */
  'hear-ends': nothing,
  /** All alarms of an incident have ended before anybody answered. */
  'stop-for-end': z.object({ incidentId: z.uuid() }),
  /** They are back. */
  'page-for-return': z.object({ incidentId: z.uuid() }),
  'start-page': z.object({ incidentId: z.uuid() }),
  /** A headquarters is proposed: whoever decides is called. */
  'summon-deciders': z.object({ incidentId: z.uuid() }),
  /** Somebody was given a role, or asked to take one over. */
  'summon-holder': z.object({ incidentId: z.uuid(), role: z.string() }),
  /** A time ran out and somebody has to decide or ask. */
  'summon-for-task': z.object({
    taskId: z.uuid(),
    /** It was ended by mistake: called for is who was still being called, and for no other task anybody. */
    again: z.literal(true).optional(),
  }),
  'stop-summons': z.object({ incidentId: z.uuid(), topic: z.string() }),
  /** A summons to a role was answered: by its holder, or by a deputy who takes it up. */
  'take-up-role': z.object({ incidentId: z.uuid(), role: z.string(), personId: z.uuid() }),
  /** Nobody answered a page: everybody is asked again. */
  'page-round': z.object({ pageId: z.uuid() }),
  /** A channel takes messages again. */
  'sending-works': nothing,
  /** Somebody was reached by telephone. */
  'answer-by-phone': z.object({ runId: z.uuid(), position: z.int() }),
  /** A heartbeat was added that is to page when it is missed. */
  'rule-for-heartbeat': z.object({ name: z.string() }),
  'page-administrators': z.object({ personId: z.uuid() }),
  'escalate-page': z.object({ pageId: z.uuid(), step: z.int() }),
  /** Looks whether every page that seeks an answer still moves. */
  'audit-pages': nothing,
  /** Nothing came of a route in its share of the time. */
  'next-route': z.object({ attemptId: z.uuid() }),
  /** Another Sonae is told that this one is alive. */
  'beat-elsewhere': nothing,
  /** Where the ledger stands is signed. */
  'sign-ledger': nothing,
  /** The proof of now goes to people outside the database. */
  'hand-out-proof': nothing,
  /** `keep`: calls for roles and tasks were asked to go on. */
  'stop-pages': z.object({ incidentId: z.uuid(), keep: z.boolean().optional() }),
  /** Reopened: calls that resolving had ended begin again where they are still wanted. */
  'call-reopened': z.object({ incidentId: z.uuid() }),
  /** Reopened: what ran out of time meanwhile does so now. */
  'run-out-tasks': z.object({ incidentId: z.uuid() }),
  /** The plan's criteria are looked at again; `anyway` where a task asks for a headquarters whatever they say. */
  'weigh-headquarters': z.object({
    incidentId: z.uuid(),
    anyway: z.boolean(),
    /** What it follows from, where that was entered afterwards. */
    happened: toldWhen.optional(),
  }),
  /** A system was marked as in trouble in an incident. */
  'notice-marked': z.object({ incidentId: z.uuid(), asset: z.string() }),
  'draft-brief': z.object({ incidentId: z.uuid() }),
  'time-out-task': z.object({ taskId: z.uuid() }),
  'time-out-hypothesis': z.object({ hypothesisId: z.uuid() }),
  'expire-change': z.object({ changeId: z.uuid() }),
  /** A time that clocks run from was stated anew. */
  'recount-reports': z.object({ incidentId: z.uuid() }),
  'remind-report': z.object({ reportId: z.uuid() }),
  /** An update was promised to an audience for this hour. */
  'miss-update': z.object({ statementId: z.uuid() }),
  /** It was said which services the public page shows. */
  'publish-names': nothing,
} as const satisfies Record<string, Shape>;

/** What this area has to do with the world, or what takes long. */
export const jobs = {
  'send-beat': nothing,
  /** A statement stands on the public status page: whoever subscribed is told. */
  'tell-subscribers': z.object({ statementId: z.uuid() }),
} as const satisfies Record<string, Shape>;
