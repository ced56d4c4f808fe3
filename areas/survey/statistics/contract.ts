import { contract } from '../../contract.ts';
import { statisticsQuery, statisticsView } from './schema.ts';

export const contracts = contract({
  'GET /api/survey/statistics': {
    command: 'survey statistics show',
    permission: 'survey.read',
    summary: {
      ja: '情報連絡の統計（期間と基準時点による）',
      en: 'Statistics of reports, by window and cut-off',
    },
    query: statisticsQuery,
    reply: statisticsView,
  },
});
