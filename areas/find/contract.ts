import { z } from 'zod';
import { contract } from '../contract.ts';
import { finding, foundGroup } from './schema.ts';

export const contracts = contract({
  'GET /api/search': {
    command: 'search things find',
    // Whoever may see anything may see incidents; what is found is held to each kind's own permission.
    permission: 'incident.read',
    summary: {
      ja: '利用者・システム・インシデント・事例などの名前・番号による検索',
      en: 'Find people, systems, incidents, cases and more by name or number',
    },
    query: finding,
    reply: z.object({ groups: z.array(foundGroup) }),
  },
});
