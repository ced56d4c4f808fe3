import { z } from 'zod';
import { byId, contract, done } from '../../contract.ts';
import {
  comparison,
  contentView,
  MOST_SENT_BYTES,
  newPeer,
  outgoing,
  ownCard,
  PEER_STATES,
  packageFilter,
  peerView,
  receivedView,
  refusedView,
  sentView,
} from './schema.ts';

const next = z.string().nullable();

export const contracts = contract({
  'GET /api/survey/exchange/card': {
    command: 'survey exchange card',
    permission: 'survey.intake',
    summary: { ja: '自組織の組織カードと鍵の指紋', en: 'Own organisation card and key fingerprint' },
    reply: ownCard,
  },
  'POST /api/survey/exchange/key': {
    command: 'survey exchange make-key',
    permission: 'survey.manage',
    summary: {
      ja: '署名用の鍵の作成（作成後は、相手の組織による再確認が必要）',
      en: 'Create the signing key; every other organisation has to confirm a new key',
    },
    reply: z.object({ fingerprint: z.string() }),
  },
  'GET /api/survey/peers': {
    command: 'survey peers list',
    permission: 'survey.intake',
    summary: { ja: '交換相手の組織', en: 'Organisations packages are exchanged with' },
    reply: z.object({ peers: z.array(peerView) }),
  },
  'POST /api/survey/peers': {
    command: 'survey peers keep',
    permission: 'survey.manage',
    summary: { ja: '組織カードの登録・更新', en: 'Register or update an organisation by its card' },
    body: newPeer,
    reply: z.object({ id: z.string(), fingerprint: z.string(), state: z.enum(PEER_STATES) }),
  },
  'POST /api/survey/peers/:id/confirmation': {
    command: 'survey peers confirm',
    permission: 'survey.manage',
    summary: {
      ja: '鍵の確認（電話で照合した指紋を指定）',
      en: 'Confirm a key, with the fingerprint compared by phone',
    },
    params: byId,
    body: comparison,
    reply: done,
  },
  'POST /api/survey/peers/:id/revocation': {
    command: 'survey peers revoke',
    permission: 'survey.manage',
    summary: { ja: '交換の停止', en: 'Stop exchange with an organisation' },
    params: byId,
    reply: done,
  },
  'GET /api/survey/packages/sent': {
    command: 'survey packages sent',
    permission: 'survey.intake',
    summary: { ja: '送信したパッケージ（新しい順）', en: 'Packages sent, newest first' },
    query: packageFilter,
    reply: z.object({ packages: z.array(sentView), next }),
  },
  'POST /api/survey/packages/sent': {
    command: 'survey packages send',
    permission: 'report.send',
    summary: { ja: '署名付きパッケージの送信', en: 'Send a signed package' },
    body: outgoing,
    // As base64, with what stands around it.
    largestBody: MOST_SENT_BYTES * 2,
    reply: z.object({ id: z.string() }),
  },
  'GET /api/survey/packages/received': {
    command: 'survey packages received',
    permission: 'survey.intake',
    summary: { ja: '受領したパッケージ（新しい順）', en: 'Packages received, newest first' },
    query: packageFilter,
    reply: z.object({ packages: z.array(receivedView), next }),
  },
  'GET /api/survey/packages/received/:id': {
    command: 'survey packages read',
    permission: 'report.send',
    summary: { ja: '受領したパッケージの内容', en: 'Content of a received package' },
    params: byId,
    reply: contentView,
  },
  'GET /api/survey/packages/refused': {
    command: 'survey packages refused',
    permission: 'survey.intake',
    summary: { ja: '拒否したパッケージと理由（新しい順）', en: 'Packages refused and why, newest first' },
    query: packageFilter,
    reply: z.object({ packages: z.array(refusedView), next }),
  },
});
