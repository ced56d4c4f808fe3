import { z } from 'zod';
import { byId, contract, done } from '../../contract.ts';
import { newPerson, personFilter, personListed, personRewrite } from './schema.ts';

export const contracts = contract({
  'GET /api/prepare/people': {
    command: 'prepare people list',
    permission: 'person.read',
    summary: { ja: '利用者の一覧', en: 'People' },
    query: personFilter,
    reply: z.object({ people: z.array(personListed), next: z.string().nullable() }),
  },
  'POST /api/prepare/people': {
    command: 'prepare people add',
    permission: 'person.manage',
    summary: { ja: '利用者を追加する', en: 'Add a person' },
    body: newPerson,
    reply: z.object({ id: z.string() }),
  },
  'PUT /api/prepare/people/:id': {
    command: 'prepare people change',
    permission: 'person.manage',
    summary: {
      ja: '利用者の変更（読み取った内容を seen に指定）',
      en: 'Change a person; pass what you read as seen',
    },
    params: byId,
    body: personRewrite,
    reply: done,
  },
});
