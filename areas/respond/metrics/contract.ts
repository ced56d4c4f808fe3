import { contract } from '../../contract.ts';
import { metricsFilter, metricsView } from './schema.ts';

export const contracts = contract({
  'GET /api/respond/metrics': {
    command: 'respond metrics show',
    permission: 'room.read',
    summary: {
      ja: '対応の指標（検知・応答・本部設置・復旧の所要時間、通知の量、担当者の負荷）',
      en: 'Response metrics: time to detect, acknowledge, set up and restore; noise; load of people',
    },
    query: metricsFilter,
    reply: metricsView,
  },
});
