import { z } from 'zod';
import { byId, contract, done } from '../../../contract.ts';
import { columnsMeant, importView, rowFilter, rowView } from './schema.ts';

export const contracts = contract({
  'GET /api/prepare/imports': {
    command: 'prepare imports list',
    permission: 'register.read',
    summary: { ja: '取り込みの一覧（新しい順に50件）', en: 'Imports, the newest fifty' },
    reply: z.object({ imports: z.array(importView) }),
  },
  'GET /api/prepare/imports/:id': {
    command: 'prepare imports get',
    permission: 'register.read',
    summary: { ja: '取り込みの確認結果と進み具合', en: 'Preview and progress of an import' },
    params: byId,
    reply: importView,
  },
  'GET /api/prepare/imports/:id/rows': {
    command: 'prepare imports rows',
    permission: 'register.read',
    summary: { ja: '行ごとの変更とエラー', en: 'Changes and errors, row by row' },
    params: byId,
    query: rowFilter,
    reply: z.object({ rows: z.array(rowView), next: z.number().nullable() }),
  },
  'PUT /api/prepare/imports/:id/mapping': {
    command: 'prepare imports map',
    permission: 'register.manage',
    summary: { ja: '列の対応の変更と再確認', en: 'Map columns and check again' },
    params: byId,
    body: columnsMeant,
    reply: done,
  },
  'POST /api/prepare/imports/:id/apply': {
    command: 'prepare imports apply',
    permission: 'register.manage',
    summary: { ja: 'エラーのない行の取り込み', en: 'Import the rows without errors' },
    params: byId,
    reply: done,
  },
});
