import { z } from 'zod';
import { byId, contract } from '../../contract.ts';
import { brokenOverride } from '../rosters/schema.ts';

export const contracts = contract({
  'DELETE /api/prepare/people/:id': {
    command: 'prepare people remove',
    permission: 'person.manage',
    summary: { ja: '利用者を削除する', en: 'Remove a person' },
    params: byId,
    /** Overrides and swaps the person was to take, which fall away. */
    reply: z.object({ breaks: z.array(brokenOverride) }),
  },
});
