import { z } from 'zod';
import { byId, contract, done, inPersonOnly } from '../../../areas/contract.ts';
import { namedFilter } from '../../../areas/lists/schema.ts';
import { newPerson } from '../../../areas/prepare/contacts/schema.ts';
import { guest, guestList, invitationSent } from '../../../areas/prepare/invitations/schema.ts';
import { organisationChange } from '../../../areas/prepare/parties/schema.ts';
import { PERMISSIONS } from '../../../areas/roles.ts';
import { timeZone } from '../../../kernel/time.ts';

/** The sign-in library's own ids are no UUIDs. */
const session = z.object({ id: z.string().max(100) });
export const newKey = z.object({
  name: z.string().trim().min(1).max(32),
  scopes: z.array(z.enum(PERMISSIONS)).min(1),
  days: z.coerce.number().int().min(1).max(366).default(90),
});

/** Another organisation of this installation, with its first administrator. */
export const newOrganisation = organisationChange.extend({
  timeZone: timeZone.default('Asia/Tokyo'),
  administrator: newPerson.pick({ name: true, email: true, language: true }),
});

const membershipView = z.object({ orgId: z.string(), name: z.string(), demo: z.boolean() });
const keyView = z.object({
  id: z.string(),
  name: z.string(),
  start: z.string(),
  scopes: z.array(z.string()),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
});

/** Routes about the caller's own account, keys and sessions, and about inviting people. */
export const contracts = contract({
  'GET /api/account/me': {
    command: 'account me get',
    permission: 'account.own',
    summary: { ja: '自分の利用者情報と権限', en: 'Current user and permissions' },
    reply: z.object({
      /** The account: one and the same in all their organisations. */
      userId: z.string(),
      personId: z.string(),
      name: z.string(),
      email: z.string(),
      language: z.enum(['ja', 'en']),
      roles: z.array(z.string()),
      permissions: z.array(z.string()),
      organisation: membershipView,
      /** Hash of the organisation's mark; null where it has none. */
      mark: z.string().nullable(),
      /** The organisation's; times are asked for on its clock. */
      timeZone: z.string(),
      memberships: z.array(membershipView),
      /** True for whoever administers the installation: they found further organisations. */
      mayFound: z.boolean(),
      hasPassword: z.boolean(),
      twoFactor: z.boolean(),
      /** Since when this restored copy sends nothing and acts on no timer; null where it does. */
      quietSince: z.string().nullable(),
    }),
  },
  ...inPersonOnly({
    'POST /api/account/password': {
      command: 'account password set',
      permission: 'account.own',
      summary: { ja: '最初のパスワードの設定', en: 'Set a first password' },
      body: z.object({ password: z.string().max(200) }),
      reply: done,
    },
    'GET /api/account/sessions': {
      command: 'account sessions list',
      permission: 'account.own',
      summary: { ja: '自分のセッション', en: 'My sessions' },
      query: namedFilter,
      reply: z.object({
        next: z.string().nullable(),
        sessions: z.array(
          z.object({
            id: z.string(),
            createdAt: z.string(),
            expiresAt: z.string(),
            address: z.string(),
            agent: z.string(),
            current: z.boolean(),
          }),
        ),
      }),
    },
    'DELETE /api/account/sessions/:id': {
      command: 'account sessions revoke',
      permission: 'account.own',
      summary: { ja: 'セッションの失効', en: 'Revoke a session' },
      params: session,
      reply: done,
    },
    'POST /api/account/organisations': {
      command: 'account organisations found',
      permission: 'organisation.manage',
      summary: {
        ja: '別の組織の登録（最初の組織の管理者のみ）',
        en: 'Add an organisation (administrators of the first one only)',
      },
      body: newOrganisation,
      reply: z.object({ id: z.string(), link: z.string().nullable() }),
    },
    'POST /api/account/organisation/reset-demo': {
      command: 'account organisation reset-demo',
      permission: 'organisation.manage',
      summary: {
        ja: 'デモの初期化（言語を選択可。デモでの操作はすべて削除）',
        en: 'Reset the demo, in either language; everything done in it is lost',
      },
      body: z.object({ language: z.enum(['ja', 'en']) }),
      reply: z.object({ id: z.string() }),
    },
    'GET /api/account/keys': {
      command: 'account keys list',
      permission: 'key.manage',
      summary: { ja: '自分の APIキー', en: 'My API keys' },
      query: namedFilter,
      reply: z.object({ keys: z.array(keyView), scopes: z.array(z.string()), next: z.string().nullable() }),
    },
    'POST /api/account/keys': {
      command: 'account keys create',
      permission: 'key.manage',
      summary: {
        ja: 'APIキーの発行（キーはこの応答でのみ表示）',
        en: 'Create an API key; the key is returned only once',
      },
      body: newKey,
      reply: z.object({ id: z.string(), key: z.string(), expiresAt: z.string() }),
    },
    'DELETE /api/account/keys/:id': {
      command: 'account keys revoke',
      permission: 'key.manage',
      summary: { ja: 'APIキーの失効', en: 'Revoke an API key' },
      params: byId,
      reply: done,
    },
    'POST /api/prepare/people/:id/invitation': {
      command: 'prepare people invite',
      permission: 'person.manage',
      summary: { ja: '一度だけ使えるサインインリンクの発行', en: 'Create a one-time sign-in link' },
      params: byId,
      reply: z.object({ link: z.string() }),
    },
    'POST /api/prepare/invitations': {
      command: 'prepare invitations send',
      permission: 'person.manage',
      summary: { ja: '利用者の登録と招待メールの送信', en: 'Add a person and send them an invitation' },
      body: guest,
      reply: invitationSent,
    },
    'POST /api/prepare/invitations/list': {
      command: 'prepare invitations send-list',
      permission: 'person.manage',
      summary: {
        ja: '利用者の一括登録と招待メールの送信',
        en: 'Add and invite a list of people, all or none',
      },
      body: guestList,
      reply: z.object({ sent: z.array(invitationSent) }),
    },
    'PUT /api/prepare/people/:id/invitation': {
      command: 'prepare invitations resend',
      permission: 'person.manage',
      summary: {
        ja: '招待メールの再送（以前のリンクは無効）',
        en: 'Send the invitation again; the earlier link ends',
      },
      params: byId,
      reply: invitationSent,
    },
    'DELETE /api/prepare/people/:id/invitation': {
      command: 'prepare invitations withdraw',
      permission: 'person.manage',
      summary: { ja: '招待の取り消し', en: 'Withdraw an invitation' },
      params: byId,
      reply: done,
    },
  }),
});
