import { contract } from '../../contract.ts';
import { lanesView } from './schema.ts';

export const contracts = contract({
  'GET /api/respond/lanes': {
    command: 'respond lanes list',
    permission: 'incident.read',
    summary: {
      ja: '対応中のインシデントの段階・期限・直近の記録',
      en: 'Open incidents with phases, next due items and latest entries',
    },
    reply: lanesView,
  },
});
