import { contract } from '../../contract.ts';
import { mineView } from './schema.ts';

export const contracts = contract({
  'GET /api/respond/mine': {
    command: 'respond mine list',
    permission: 'room.read',
    summary: { ja: '自分を待っているもの', en: 'What waits for you' },
    reply: mineView,
  },
});
