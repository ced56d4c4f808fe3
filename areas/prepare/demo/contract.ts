import { z } from 'zod';
import { contract } from '../../contract.ts';
import { organisationChange } from '../parties/schema.ts';

export const contracts = contract({
  'POST /api/prepare/organisation/replace-demo': {
    command: 'prepare organisation replace-demo',
    // It makes the caller's account a member of another organisation.
    inPerson: true,
    permission: 'organisation.manage',
    summary: {
      ja: 'デモの削除と自組織での利用開始',
      en: 'Remove the demo and start with an empty organisation',
    },
    body: organisationChange,
    reply: z.object({ id: z.string() }),
  },
});
