import { contract } from '../contract.ts';
import { entryFilter, entryPage } from './schema.ts';

export const contracts = contract({
  'GET /api/audit/entries': {
    command: 'audit entries list',
    permission: 'audit.read',
    summary: {
      ja: '監査記録の検索（内容を文で表示、新しい順）',
      en: 'Search the audit log; entries in words, newest first',
    },
    query: entryFilter,
    reply: entryPage,
  },
});
