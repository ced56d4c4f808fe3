import { contract, done } from '../../contract.ts';
import { simulationView, simulationWanted } from './schema.ts';

export const contracts = contract({
  'GET /api/prepare/headquarters-time': {
    command: 'prepare headquarters-time show',
    permission: 'register.read',
    summary: {
      ja: '対策本部が立ち上がるまでの時間（最後の試算）',
      en: 'Minutes to a headquarters, as last simulated',
    },
    reply: simulationView,
  },
  'POST /api/prepare/headquarters-time': {
    command: 'prepare headquarters-time simulate',
    permission: 'register.manage',
    summary: { ja: '対策本部が立ち上がるまでの時間を試算する', en: 'Simulate minutes to a headquarters' },
    body: simulationWanted,
    reply: done,
  },
});
