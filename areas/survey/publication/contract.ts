import { z } from 'zod';
import { givenId } from '../../../kernel/ids.ts';
import { byId, contract, done } from '../../contract.ts';
import { erratumTurn, erratumView, newErratum, newPublication, publicationView } from './schema.ts';

export const contracts = contract({
  'GET /api/survey/cycles/:id/publication': {
    command: 'survey publication show',
    permission: 'survey.intake',
    summary: {
      ja: '公表の準備状況（事例ごとの未処理の事項、版）',
      en: 'How far a survey is from being published, by case, and its editions',
    },
    params: byId,
    reply: publicationView,
  },
  'POST /api/survey/cycles/:id/publication': {
    command: 'survey publication make',
    permission: 'survey.manage',
    summary: {
      ja: '報告書の版の作成と公表（未処理の事項がある場合は不可）',
      en: 'Make and publish an edition of the report; refused while anything is open',
    },
    params: byId,
    body: newPublication,
    reply: z.object({ number: z.number() }),
  },
  'GET /api/survey/cycles/:id/errata': {
    command: 'survey errata list',
    permission: 'survey.intake',
    summary: { ja: '公表した報告書の正誤（新しい順）', en: 'Errata of a published report, newest first' },
    params: byId,
    reply: z.object({ errata: z.array(erratumView) }),
  },
  'POST /api/survey/cycles/:id/errata': {
    command: 'survey errata report',
    permission: 'survey.intake',
    summary: { ja: '正誤の指摘の記録', en: 'Record that something published is said to be wrong' },
    params: byId,
    body: newErratum,
    reply: z.object({ id: z.string() }),
  },
  'POST /api/survey/cycles/:id/errata/:erratumId/turns': {
    command: 'survey errata settle',
    permission: 'survey.manage',
    summary: { ja: '正誤の確認、保留、却下', en: 'Verify, hold or reject an erratum' },
    params: byId.extend({ erratumId: givenId }),
    body: erratumTurn,
    reply: done,
  },
});
