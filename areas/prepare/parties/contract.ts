import { z } from 'zod';
import { contract, done } from '../../contract.ts';
import { newUnit, organisationRewrite, organisationView, unitView } from './schema.ts';

export const contracts = contract({
  'GET /api/prepare/organisation': {
    command: 'prepare organisation get',
    permission: 'organisation.read',
    summary: { ja: '自組織の情報', en: 'Your organisation' },
    reply: organisationView,
  },
  'PUT /api/prepare/organisation': {
    command: 'prepare organisation change',
    permission: 'organisation.manage',
    summary: {
      ja: '自組織の情報の変更（読み取った内容を seen に指定）',
      en: 'Update your organisation; pass what you read as seen',
    },
    body: organisationRewrite,
    reply: done,
  },
  'GET /api/prepare/units': {
    command: 'prepare units list',
    permission: 'organisation.read',
    summary: { ja: '部署の一覧（階層順）', en: 'Departments in tree order' },
    reply: z.object({ units: z.array(unitView) }),
  },
  'POST /api/prepare/units': {
    command: 'prepare units add',
    permission: 'organisation.manage',
    summary: { ja: '部署の追加', en: 'Add a department' },
    body: newUnit,
    reply: z.object({ id: z.string() }),
  },
});
