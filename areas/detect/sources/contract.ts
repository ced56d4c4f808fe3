import { z } from 'zod';
import { byId, contract, done } from '../../contract.ts';
import { namedFilter } from '../../lists/schema.ts';
import {
  mappingTrial,
  newSource,
  refusedView,
  sourceChange,
  sourceKindView,
  sourceView,
  trialView,
} from './schema.ts';

export const contracts = contract({
  'GET /api/detect/source-kinds': {
    command: 'detect source-kinds list',
    permission: 'source.read',
    summary: { ja: '受信元の種類と設定項目', en: 'Kinds of source and their settings' },
    reply: z.object({ kinds: z.array(sourceKindView) }),
  },
  'GET /api/detect/sources': {
    command: 'detect sources list',
    permission: 'source.read',
    summary: { ja: '受信元の一覧', en: 'Sources' },
    query: namedFilter,
    reply: z.object({ sources: z.array(sourceView), next: z.string().nullable() }),
  },
  'POST /api/detect/sources': {
    command: 'detect sources add',
    permission: 'source.manage',
    summary: {
      ja: '受信元を追加する（鍵はこの応答にだけ現れる）',
      en: 'Add a source; its key is in this answer only',
    },
    body: newSource,
    reply: z.object({ id: z.string(), key: z.string() }),
  },
  'PUT /api/detect/sources/:id': {
    command: 'detect sources change',
    permission: 'source.manage',
    summary: { ja: '受信元の設定を変更する', en: 'Change a source' },
    params: byId,
    body: sourceChange,
    reply: done,
  },
  'POST /api/detect/sources/:id/key': {
    command: 'detect sources replace-key',
    permission: 'source.manage',
    summary: { ja: '受信元の鍵を作り直す', en: 'Replace the key of a source' },
    params: byId,
    reply: z.object({ key: z.string() }),
  },
  'DELETE /api/detect/sources/:id': {
    command: 'detect sources remove',
    permission: 'source.manage',
    summary: { ja: '受信元を削除する', en: 'Remove a source' },
    params: byId,
    reply: done,
  },
  'GET /api/detect/sources/:id/refused': {
    command: 'detect sources refused',
    permission: 'source.manage',
    summary: {
      ja: '受信元から受け取れなかった本文（新しい順）',
      en: 'Bodies of a source of which something could not be taken, newest first',
    },
    params: byId,
    reply: z.object({ bodies: z.array(refusedView) }),
  },
  'POST /api/detect/source-kinds/:kind/trial': {
    command: 'detect source-kinds try',
    permission: 'source.manage',
    summary: {
      ja: '見本を読み取り、結果を見せる（保存しない）',
      en: 'Read a sample and show the result; nothing is kept',
    },
    params: z.object({ kind: z.string() }),
    body: mappingTrial,
    reply: trialView,
  },
});
