import { z } from 'zod';
import type { Rewrite } from '../../../kernel/seen.ts';
import { STATES } from '../../sending/outbox/schema.ts';

/** Without a setting of its own, an organisation waits this long for an answer. */
export const DEFAULT_WAIT_SECONDS = 300;
/** Forty alerts at once are one message or two, not forty. */
export const DEFAULT_BUNDLE_SECONDS = 30;

/** Why somebody is not called and the next is at once: a step that reaches nobody is not waited for. */
export const PASSED_OVER = ['left', 'leave', 'nobody-on', 'no-route', 'not-sent'] as const;

export const PAGE_STATES = ['seeking', 'acknowledged', 'exhausted', 'stopped'] as const;

export const attemptView = z.object({
  id: z.string(),
  step: z.number(),
  personId: z.string(),
  personName: z.string().nullable(),
  channel: z.string(),
  state: z.enum(STATES),
  reason: z.string().nullable(),
  tries: z.number(),
  createdAt: z.string(),
  changedAt: z.string(),
  /** The attempt whose message carried this one too; null where it went alone. */
  bundleId: z.string().nullable(),
});
export type AttemptView = z.infer<typeof attemptView>;

export const pageView = z.object({
  id: z.string(),
  subjectKind: z.enum(['incident', 'break-glass', 'summons']),
  incidentId: z.string().nullable(),
  subject: z.string(),
  state: z.enum(PAGE_STATES),
  step: z.number(),
  steps: z.number(),
  waitSeconds: z.number(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  acknowledgedBy: z.string().nullable(),
  /** So many people are to answer. */
  needed: z.number(),
  answers: z.array(
    z.object({ personId: z.string(), name: z.string().nullable(), by: z.string(), at: z.string() }),
  ),
  /** True when the caller is one of the people who have been asked. */
  mine: z.boolean(),
  /** True when the caller may answer it. */
  mayAnswer: z.boolean(),
  attempts: z.array(attemptView),
});
export type PageView = z.infer<typeof pageView>;

export const pageFilter = z.object({
  state: z.enum([...PAGE_STATES, 'any']).default('any'),
  incidentId: z.uuid().optional(),
  before: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type PageFilter = z.infer<typeof pageFilter>;

export const outboxFilter = z.object({
  state: z.enum([...STATES, 'any']).default('any'),
  before: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type OutboxFilter = z.infer<typeof outboxFilter>;

export const outboxEntry = attemptView.extend({
  pageId: z.string(),
  subject: z.string(),
  text: z.string(),
  incidentId: z.string().nullable(),
});

export const pagingSettings = z.object({
  /** How long one person has before the next is asked. */
  waitSeconds: z.coerce.number().int().min(30).max(3_600),
  /** So long after a message what else is for the same address waits, and goes out as one; 0 sends each at once. */
  bundleSeconds: z.coerce.number().int().min(0).max(300).default(DEFAULT_BUNDLE_SECONDS),
});
/** The same with what was read before, so that nobody overwrites another's change unseen; left out by who sets it first. */
export const pagingRewrite = pagingSettings.extend({
  seen: pagingSettings.prefault({ waitSeconds: DEFAULT_WAIT_SECONDS }),
});
export type PagingRewrite = Rewrite<typeof pagingRewrite>;
