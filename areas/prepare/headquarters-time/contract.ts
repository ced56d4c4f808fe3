import { contract, done } from '../../contract.ts';
import { simulationView, simulationWanted } from './schema.ts';

export const contracts = contract({
  'GET /api/prepare/headquarters-time': {
    command: 'prepare headquarters-time show',
    permission: 'register.read',
    summary: {
      ja: '本部設置所要時間（直近の試算）',
      en: 'Time to headquarters, latest simulation',
    },
    reply: simulationView,
  },
  'POST /api/prepare/headquarters-time': {
    command: 'prepare headquarters-time simulate',
    permission: 'register.manage',
    summary: { ja: '本部設置所要時間の試算', en: 'Simulate time to headquarters' },
    body: simulationWanted,
    reply: done,
  },
});
