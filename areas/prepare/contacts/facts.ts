import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';
import type { Topic } from '../../topics.ts';
import { ACCOUNT_CHANGES } from './schema.ts';

const id = z.uuid();
const text = z.string();

const onPeople = ['people', 'duty'] as const satisfies readonly Topic[];

export const facts = {
  'person.added': {
    name: { ja: '利用者を追加', en: 'Person added' },
    read: 'audit.read',
    tone: 'quiet',
    machinery: false,
    touches: onPeople,
    body: z.object({ personId: id, roles: z.array(text) }),
  },
  'person.changed': {
    name: { ja: '利用者を変更', en: 'Person changed' },
    read: 'audit.read',
    tone: 'quiet',
    machinery: false,
    touches: ['people', 'duty', 'card', 'me'],
    body: z.object({
      personId: id,
      roles: z.array(text),
      /** By what their identity provider says of their groups, as they signed in. */
      byGroups: z.boolean().optional(),
    }),
  },
  'person.removed': {
    name: { ja: '利用者を削除', en: 'Person removed' },
    read: 'audit.read',
    tone: 'quiet',
    machinery: false,
    touches: ['people', 'duty', 'card'],
    body: z.object({ personId: id }),
  },
  'person.invited': {
    name: { ja: 'サインインリンクを発行', en: 'Sign-in link created' },
    read: 'audit.read',
    tone: 'quiet',
    machinery: false,
    touches: onPeople,
    body: z.object({ personId: id }),
  },
  'person.invitation-mailed': {
    name: { ja: '招待メールの状況', en: 'Invitation mail' },
    read: 'audit.read',
    tone: 'quiet',
    machinery: true,
    touches: ['people'],
    body: z.object({ personId: id, turn: z.enum(['accept', 'hold', 'fail']) }),
  },
  'person.invitation-withdrawn': {
    name: { ja: '招待を取り消し', en: 'Invitation withdrawn' },
    read: 'audit.read',
    tone: 'quiet',
    machinery: false,
    touches: onPeople,
    body: z.object({ personId: id }),
  },
  'person.signed-in': {
    name: { ja: 'サインイン', en: 'Signed in' },
    read: 'audit.read',
    tone: 'quiet',
    machinery: false,
    touches: onPeople,
    body: z.object({ personId: id, by: text }),
  },
  'person.locked-out': {
    name: { ja: 'サインインを一時停止', en: 'Sign-in locked' },
    read: 'audit.read',
    tone: 'quiet',
    machinery: false,
    touches: onPeople,
    body: z.object({ personId: id, failures: z.int() }),
  },
  'break-glass.used': {
    name: { ja: '非常用アカウントを使用', en: 'Break-glass account used' },
    read: 'audit.read',
    tone: 'event',
    machinery: false,
    touches: [],
    body: z.object({ personId: id }),
  },
  'account.changed': {
    name: { ja: 'サインイン方法の変更', en: 'Account changed' },
    read: 'audit.read',
    tone: 'quiet',
    machinery: false,
    touches: ['sessions'],
    body: z.object({ personId: id, what: z.enum(ACCOUNT_CHANGES) }),
  },
  'session.revoked': {
    name: { ja: 'セッションを失効', en: 'Session revoked' },
    read: 'audit.read',
    tone: 'quiet',
    machinery: false,
    touches: ['sessions'],
    body: z.object({ personId: id }),
  },
  'key.created': {
    name: { ja: 'APIキーを発行', en: 'API key created' },
    read: 'audit.read',
    tone: 'quiet',
    machinery: false,
    touches: ['keys'],
    body: z.object({ keyId: id, scopes: z.array(text), until: text }),
  },
  'key.revoked': {
    name: { ja: 'APIキーを失効', en: 'API key revoked' },
    read: 'audit.read',
    tone: 'quiet',
    machinery: false,
    touches: ['keys'],
    body: z.object({ keyId: id }),
  },
} as const satisfies Record<string, FactKind>;
