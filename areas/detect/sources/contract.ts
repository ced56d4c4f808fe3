import { z } from 'zod';
import { byId, contract, done } from '../../contract.ts';
import { namedFilter } from '../../lists/schema.ts';
import {
  mappingTrial,
  newSource,
  refusedView,
  sourceKindView,
  sourceRewrite,
  sourceView,
  trialView,
} from './schema.ts';

export const contracts = contract({
  'GET /api/detect/source-kinds': {
    command: 'detect source-kinds list',
    permission: 'source.read',
    summary: { ja: '受信元の種類と設定項目', en: 'Source types and their settings' },
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
      ja: '受信元の追加（キーはこの応答でのみ表示）',
      en: 'Add a source; its key is returned only once',
    },
    body: newSource,
    reply: z.object({ id: z.string(), key: z.string() }),
  },
  'PUT /api/detect/sources/:id': {
    command: 'detect sources change',
    permission: 'source.manage',
    summary: {
      ja: '受信元の設定の変更（読み取った name と settings を seen に指定）',
      en: 'Change a source; pass the name and settings you read as seen',
    },
    params: byId,
    body: sourceRewrite,
    reply: done,
  },
  'POST /api/detect/sources/:id/key': {
    command: 'detect sources replace-key',
    permission: 'source.manage',
    summary: { ja: '受信元のキーの再発行', en: 'Rotate the key of a source' },
    params: byId,
    reply: z.object({ key: z.string() }),
  },
  'DELETE /api/detect/sources/:id': {
    command: 'detect sources remove',
    permission: 'source.manage',
    summary: { ja: '受信元の削除', en: 'Remove a source' },
    params: byId,
    reply: done,
  },
  'GET /api/detect/sources/:id/refused': {
    command: 'detect sources refused',
    permission: 'source.manage',
    summary: {
      ja: '受信元から受信できなかった内容（新しい順）',
      en: 'Messages of a source that were rejected in part or whole, newest first',
    },
    params: byId,
    reply: z.object({ bodies: z.array(refusedView) }),
  },
  'POST /api/detect/source-kinds/:kind/trial': {
    command: 'detect source-kinds try',
    permission: 'source.manage',
    summary: {
      ja: 'サンプルの読み取り結果（保存しない）',
      en: 'Parse a sample and show the result; nothing is saved',
    },
    params: z.object({ kind: z.string() }),
    body: mappingTrial,
    reply: trialView,
  },
});
