import { z } from 'zod';
import { reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { route } from '../../route.ts';
import { addPerson } from './add-person.ts';
import { changePerson } from './change-person.ts';
import { listPeople } from './index.ts';
import { removePerson } from './remove-person.ts';
import { newPerson, personChange, personFilter, personView } from './schema.ts';

const one = z.object({ id: z.uuid() });
const done = z.object({});

export const routes = [
  route({
    key: 'GET /api/prepare/people',
    command: 'prepare people list',
    permission: 'person.read',
    summary: { ja: '利用者の一覧', en: 'People' },
    query: personFilter,
    reply: z.object({ people: z.array(personView), next: z.string().nullable() }),
    handle: async (ctx, { query }) => {
      permit(ctx, 'person.read');
      const people = await reading(ctx, (trx) => listPeople(trx, query));
      return { people, next: people.length === query.limit ? (people.at(-1)?.id ?? null) : null };
    },
  }),
  route({
    key: 'POST /api/prepare/people',
    command: 'prepare people add',
    permission: 'person.manage',
    summary: { ja: '利用者を追加する', en: 'Add a person' },
    body: newPerson,
    reply: z.object({ id: z.string() }),
    handle: (ctx, { body }) => addPerson(ctx, body),
  }),
  route({
    key: 'PUT /api/prepare/people/:id',
    command: 'prepare people change',
    permission: 'person.manage',
    summary: { ja: '利用者を変更する', en: 'Change a person' },
    params: one,
    body: personChange,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await changePerson(ctx, params.id, body);
      return {};
    },
  }),
  route({
    key: 'DELETE /api/prepare/people/:id',
    command: 'prepare people remove',
    permission: 'person.manage',
    summary: { ja: '利用者を削除する', en: 'Remove a person' },
    params: one,
    reply: done,
    handle: async (ctx, { params }) => {
      await removePerson(ctx, params.id);
      return {};
    },
  }),
] as const;
