import { z } from 'zod';
import { reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { route } from '../../route.ts';
import { addUnit } from './add-unit.ts';
import { changeOrganisation } from './change-organisation.ts';
import { readOrganisation, unitTree } from './index.ts';
import { replaceDemo } from './replace-demo.ts';
import { newUnit, organisationChange, organisationView, unitView } from './schema.ts';

const done = z.object({});

export const routes = [
  route({
    key: 'GET /api/prepare/organisation',
    command: 'prepare organisation get',
    permission: 'organisation.read',
    summary: { ja: '自組織の情報', en: 'The own organisation' },
    reply: organisationView,
    handle: async (ctx) => {
      permit(ctx, 'organisation.read');
      const found = await reading(ctx, readOrganisation);
      if (!found) throw new Fault('not-found');
      return found;
    },
  }),
  route({
    key: 'PUT /api/prepare/organisation',
    command: 'prepare organisation change',
    permission: 'organisation.manage',
    summary: { ja: '自組織の情報を変更する', en: 'Change the own organisation' },
    body: organisationChange,
    reply: done,
    handle: async (ctx, { body }) => {
      await changeOrganisation(ctx, body);
      return {};
    },
  }),
  route({
    key: 'POST /api/prepare/organisation/replace-demo',
    command: 'prepare organisation replace-demo',
    permission: 'organisation.manage',
    summary: {
      ja: 'デモを消し、空の自組織で始める',
      en: 'Remove the demonstration and start with an empty organisation',
    },
    body: organisationChange,
    reply: z.object({ id: z.string() }),
    handle: (ctx, { body }) => replaceDemo(ctx, body),
  }),
  route({
    key: 'GET /api/prepare/units',
    command: 'prepare units list',
    permission: 'organisation.read',
    summary: { ja: '部署の一覧（木の順）', en: 'Units in tree order' },
    reply: z.object({ units: z.array(unitView) }),
    handle: async (ctx) => {
      permit(ctx, 'organisation.read');
      return { units: await reading(ctx, unitTree) };
    },
  }),
  route({
    key: 'POST /api/prepare/units',
    command: 'prepare units add',
    permission: 'organisation.manage',
    summary: { ja: '部署を追加する', en: 'Add a unit' },
    body: newUnit,
    reply: z.object({ id: z.string() }),
    handle: (ctx, { body }) => addUnit(ctx, body),
  }),
] as const;
