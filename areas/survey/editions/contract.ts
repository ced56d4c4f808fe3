import { z } from 'zod';
import { contract } from '../../contract.ts';
import { editionView, newEdition, ofList } from './schema.ts';

export const contracts = contract({
  'GET /api/survey/lists': {
    command: 'survey lists show',
    permission: 'organisation.read',
    summary: {
      ja: '報告に用いる分野・類型等の一覧（現行の版）',
      en: 'The lists in use: sectors, types, causes',
    },
    reply: z.object({ lists: z.array(editionView) }),
  },
  'GET /api/survey/lists/:list': {
    command: 'survey lists editions',
    permission: 'survey.read',
    summary: { ja: '一覧の版（新しい順）', en: 'Editions of a list, newest first' },
    params: ofList,
    reply: z.object({ editions: z.array(editionView) }),
  },
  'PUT /api/survey/lists/:list': {
    command: 'survey lists keep',
    permission: 'survey.manage',
    summary: { ja: '一覧の新しい版の登録', en: 'Save a new edition of a list' },
    params: ofList,
    body: newEdition,
    reply: z.object({ edition: z.number() }),
  },
});
