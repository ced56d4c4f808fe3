import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';
import { PACKAGE_DOORS as DOORS, REFUSAL_REASONS } from '../terms/words.ts';

const id = z.uuid();
const peer = z.object({ peerId: id, fingerprint: z.string() });
const numbered = z.object({ packageId: id, peerId: id, kind: z.string(), number: z.int() });

export const facts = {
  'exchange.key-made': {
    name: { ja: 'パッケージ署名用の鍵を作成', en: 'Package signing key created' },
    read: 'survey.intake',
    tone: 'quiet',
    machinery: false,
    touches: ['survey-peers'],
    body: z.object({ fingerprint: z.string() }),
  },
  'peer.kept': {
    name: { ja: '交換相手の組織カードを登録', en: 'Organisation card registered' },
    read: 'survey.intake',
    tone: 'quiet',
    machinery: false,
    touches: ['survey-peers'],
    body: peer,
  },
  'peer.confirmed': {
    name: { ja: '交換相手の鍵を確認', en: 'Organisation key confirmed' },
    read: 'survey.intake',
    tone: 'decision',
    machinery: false,
    touches: ['survey-peers'],
    body: peer,
  },
  'peer.revoked': {
    name: { ja: '交換を停止', en: 'Exchange stopped' },
    read: 'survey.intake',
    tone: 'decision',
    machinery: false,
    touches: ['survey-peers'],
    body: peer,
  },
  'package.sent': {
    name: { ja: 'パッケージを送信', en: 'Package sent' },
    read: 'survey.intake',
    tone: 'quiet',
    machinery: false,
    touches: ['survey-packages'],
    body: numbered,
  },
  'package.delivered': {
    name: { ja: 'パッケージを経由先に送付', en: 'Package reached the forwarding organisation' },
    read: 'survey.intake',
    tone: 'quiet',
    machinery: true,
    touches: ['survey-packages'],
    body: numbered,
  },
  'package.receipted': {
    name: { ja: 'パッケージの受領書を受信', en: 'Receipt for a package received' },
    read: 'survey.intake',
    tone: 'quiet',
    machinery: false,
    touches: ['survey-packages'],
    body: numbered,
  },
  'package.declined': {
    name: { ja: '送信したパッケージが不受理', en: 'Package was not accepted by the recipient' },
    read: 'survey.intake',
    tone: 'event',
    machinery: false,
    touches: ['survey-packages'],
    body: numbered,
  },
  'package.received': {
    name: { ja: 'パッケージを受領', en: 'Package received' },
    read: 'survey.intake',
    tone: 'quiet',
    machinery: false,
    touches: ['survey-packages'],
    body: numbered,
  },
  'package.read': {
    name: { ja: 'パッケージの内容を閲覧', en: 'Package content read' },
    read: 'report.send',
    tone: 'quiet',
    machinery: true,
    touches: [],
    body: numbered.omit({ number: true }).extend({ what: z.enum(['read', 'download']) }),
  },
  'package.refused': {
    name: { ja: 'パッケージを拒否', en: 'Package refused' },
    read: 'survey.intake',
    tone: 'event',
    machinery: false,
    touches: ['survey-packages'],
    body: z.object({
      packageId: id.nullable(),
      peerId: id.nullable(),
      kind: z.string(),
      number: z.int(),
      reason: z.enum(REFUSAL_REASONS),
      door: z.enum(DOORS),
    }),
  },
} as const satisfies Record<string, FactKind>;
