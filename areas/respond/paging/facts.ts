import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';
import type { Topic } from '../../topics.ts';
import { PASSED_OVER } from './schema.ts';

const id = z.uuid();
const text = z.string();

const onPages = ['pages', 'outbox', 'timeline'] as const satisfies readonly Topic[];

export const facts = {
  'page.requested': {
    name: { ja: '当番の呼び出しを依頼', en: 'Paging requested' },
    read: 'page.read',
    tone: 'response',
    machinery: true,
    touches: onPages,
    body: z.object({}),
  },
  'page.started': {
    name: { ja: '呼び出し開始', en: 'Paging started' },
    read: 'page.read',
    tone: 'response',
    machinery: true,
    touches: onPages,
    // For one matter: which, and what the role or the task is called, so that the line can be read by itself.
    body: z.object({
      pageId: id,
      steps: z.array(z.array(id)),
      waitSeconds: z.int(),
      topic: text.optional(),
      about: text.optional(),
    }),
  },
  'page.attempted': {
    name: { ja: '呼び出しを送信待ちに登録', en: 'Page queued' },
    read: 'page.read',
    tone: 'response',
    machinery: true,
    touches: onPages,
    body: z.object({ pageId: id, attemptId: id, personId: id, channel: text, step: z.int() }),
  },
  'page.held': {
    name: { ja: '呼び出しを送信できず保留', en: 'Page not sent, held' },
    read: 'page.read',
    tone: 'event',
    machinery: true,
    touches: onPages,
    body: z.object({ pageId: id, attemptId: id, personId: id, reason: text }),
  },
  'page.accepted': {
    name: { ja: '送信先が受理', en: 'Accepted by the provider' },
    read: 'page.read',
    tone: 'response',
    machinery: true,
    touches: onPages,
    // bundled: so many others went with it in one message.
    body: z.object({ pageId: id, attemptId: id, personId: id, bundled: z.int().optional() }),
  },
  'page.delivered': {
    name: { ja: '到達', en: 'Delivered' },
    read: 'page.read',
    tone: 'response',
    machinery: true,
    touches: onPages,
    body: z.object({ pageId: id, attemptId: id, personId: id }),
  },
  'page.seen': {
    name: { ja: '既読', en: 'Read' },
    read: 'page.read',
    tone: 'response',
    machinery: true,
    touches: onPages,
    body: z.object({ pageId: id, attemptId: id, personId: id }),
  },
  'page.failed': {
    name: { ja: '送信失敗', en: 'Sending failed' },
    read: 'page.read',
    tone: 'event',
    machinery: true,
    touches: onPages,
    body: z.object({ pageId: id, attemptId: id, personId: id, reason: text }),
  },
  'page.acknowledged': {
    name: { ja: '呼び出しに応答', en: 'Page acknowledged' },
    read: 'page.read',
    tone: 'response',
    machinery: true,
    touches: onPages,
    // Where a plan asks for several answers: the how-manieth of how many.
    body: z.object({
      pageId: id,
      personId: id,
      by: z.enum(['link', 'console', 'sms', 'key', 'phone']),
      answers: z.int().optional(),
      needed: z.int().optional(),
      /** It was a summons for one matter, not the page of the incident. */
      summons: z.boolean().optional(),
      /** It was a summons to this role. */
      role: text.optional(),
    }),
  },
  'page.escalated': {
    name: { ja: '応答なし、次の担当へ', en: 'No answer, next person' },
    read: 'page.read',
    tone: 'event',
    machinery: true,
    touches: onPages,
    body: z.object({ pageId: id, step: z.int() }),
  },
  'page.passed-over': {
    name: { ja: '呼び出さずに次の担当へ', en: 'Skipped' },
    read: 'page.read',
    tone: 'event',
    machinery: true,
    touches: onPages,
    // Of a step whose roster has nobody on there is no person.
    body: z.object({
      pageId: id.optional(),
      personId: id.nullable(),
      roster: text.nullable(),
      why: z.enum(PASSED_OVER),
    }),
  },
  'page.exhausted': {
    name: { ja: '全員応答なし', en: 'No answer from anyone' },
    read: 'page.read',
    tone: 'event',
    machinery: true,
    touches: onPages,
    body: z.object({ pageId: id }),
  },
  'page.nobody-to-call': {
    name: { ja: '呼び出せる人なし', en: 'No one to page' },
    read: 'room.read',
    tone: 'response',
    machinery: true,
    touches: onPages,
    body: z.object({ topic: text }),
  },
  'page.tree-unreadable': {
    name: {
      ja: '連絡網を読み取れないため、呼び出し順を使用',
      en: 'Call tree unreadable, on-call order used',
    },
    read: 'page.read',
    tone: 'response',
    machinery: true,
    touches: onPages,
    body: z.object({ reason: z.string() }),
  },
  'page.repaired': {
    name: { ja: '停止した呼び出しを復旧', en: 'Stuck page fixed' },
    read: 'page.read',
    tone: 'response',
    machinery: true,
    touches: onPages,
    body: z.object({ pageId: id, what: z.enum(['escalation', 'attempt', 'clock']) }),
  },
  /** A restored copy goes on without what waited when its backup was made. */
  'pages.dropped': {
    name: { ja: '復元時に送信待ちを取り消し', en: 'Queued messages dropped after a restore' },
    read: 'page.read',
    tone: 'event',
    machinery: false,
    touches: ['pages'],
    body: z.object({ messages: z.int(), pages: z.int() }),
  },
  'page.stopped': {
    name: { ja: '呼び出しを停止', en: 'Paging stopped' },
    read: 'page.read',
    tone: 'response',
    machinery: true,
    touches: onPages,
    body: z.object({ pageId: id, why: z.enum(['alarms-ended']).optional() }),
  },
  'page.resumed': {
    name: { ja: '再発により呼び出しを再開', en: 'Paging resumed after recurrence' },
    read: 'page.read',
    tone: 'response',
    machinery: true,
    touches: onPages,
    body: z.object({ pageId: id }),
  },
} as const satisfies Record<string, FactKind>;
