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
      ja: 'デモを消し、空の自組織で始める',
      en: 'Remove the demonstration and start with an empty organisation',
    },
    body: organisationChange,
    reply: z.object({ id: z.string() }),
  },
});
