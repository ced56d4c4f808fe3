import { contract } from '../../contract.ts';
import { mineView } from './schema.ts';

export const contracts = contract({
  'GET /api/respond/mine': {
    command: 'respond mine list',
    permission: 'room.read',
    summary: { ja: '自分の対応が必要な事項', en: 'What needs your attention' },
    reply: mineView,
  },
});
