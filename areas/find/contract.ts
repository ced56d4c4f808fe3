import { z } from 'zod';
import { contract } from '../contract.ts';
import { finding, foundGroup } from './schema.ts';

export const contracts = contract({
  'GET /api/search': {
    command: 'search things find',
    // Whoever may see anything may see incidents; what is found is held to each kind's own permission.
    permission: 'incident.read',
    summary: {
      ja: '人・システム・インシデント・事例などを名前や番号から探す',
      en: 'Find people, systems, incidents, cases and more by name or number',
    },
    query: finding,
    reply: z.object({ groups: z.array(foundGroup) }),
  },
});
