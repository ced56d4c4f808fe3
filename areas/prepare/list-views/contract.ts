import { z } from 'zod';
import { contract, done } from '../../contract.ts';
import { listView, ofList, viewName } from './schema.ts';

export const contracts = contract({
  'GET /api/prepare/list-views/:list': {
    command: 'prepare list-views list',
    permission: 'account.own',
    summary: { ja: '自分が保存した一覧の表示', en: 'Your saved views of a list' },
    params: ofList,
    reply: z.object({ views: z.array(listView) }),
  },
  'PUT /api/prepare/list-views/:list': {
    command: 'prepare list-views keep',
    permission: 'account.own',
    summary: {
      ja: '一覧の表示の保存（同名は上書き）',
      en: 'Save a view of a list; one of the same name is replaced',
    },
    params: ofList,
    body: listView,
    reply: done,
  },
  // Its name stands in the body: an address takes not every name as it is.
  'POST /api/prepare/list-views/:list/remove': {
    command: 'prepare list-views remove',
    permission: 'account.own',
    summary: { ja: '保存した一覧の表示の削除', en: 'Remove a saved view of a list' },
    params: ofList,
    body: z.object({ name: viewName }),
    reply: done,
  },
});
