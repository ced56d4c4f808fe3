import { z } from 'zod';
import { happening } from '../../../kernel/time.ts';
import { byId, contract, done } from '../../contract.ts';
import { formKept, formView } from './forms/schema.ts';
import {
  followUp,
  REGIME_NAMES,
  regimeRuledOut,
  reportNoted,
  reportNotNeeded,
  reportOpened,
  reportSubmitted,
  reportView,
} from './schema.ts';

export const contracts = contract({
  'GET /api/respond/incidents/:id/reports': {
    command: 'respond reports list',
    permission: 'room.read',
    summary: { ja: '届出・報告とその期限', en: 'Reports to authorities and their clocks' },
    params: byId,
    reply: z.object({
      reports: z.array(reportView),
      /** Regimes that seem owed by what is known, and whose clocks do not run. */
      owed: z.array(z.enum(REGIME_NAMES)),
    }),
  },
  'POST /api/respond/incidents/:id/reports': {
    command: 'respond reports open',
    permission: 'room.write',
    summary: { ja: '報告の期限を動かす', en: 'Start the clocks of a report' },
    params: byId,
    body: reportOpened.extend(happening),
    reply: done,
  },
  'POST /api/respond/incidents/:id/reports/not-owed': {
    command: 'respond reports rule-out',
    permission: 'incident.command',
    summary: {
      ja: '要りそうな報告を、理由を書いて不要とする',
      en: 'Say why a report that seemed owed is not',
    },
    params: byId,
    body: regimeRuledOut.extend(happening),
    reply: done,
  },
  'POST /api/respond/incidents/:id/reports/follow-up': {
    command: 'respond reports follow-up',
    permission: 'room.write',
    summary: { ja: '続報を加える', en: 'Add a follow-up' },
    params: byId,
    body: followUp.extend(happening),
    reply: z.object({ id: z.string() }),
  },
  'PUT /api/respond/reports/:id': {
    command: 'respond reports note',
    permission: 'report.submit',
    summary: {
      ja: '受付番号・当局が示した期限を記録する',
      en: 'Note the receipt, or the time the authority gave',
    },
    params: byId,
    body: reportNoted.extend(happening),
    reply: done,
  },
  'POST /api/respond/reports/:id/submit': {
    command: 'respond reports submit',
    permission: 'report.submit',
    summary: { ja: '報告を提出したことを記録する', en: 'Say that a report was submitted' },
    params: byId,
    body: reportSubmitted.extend(happening),
    reply: done,
  },
  'POST /api/respond/reports/:id/drop': {
    command: 'respond reports drop',
    permission: 'incident.command',
    summary: { ja: '報告は不要と判断した理由を記録する', en: 'Say why a report is not owed' },
    params: byId,
    body: reportNotNeeded.extend(happening),
    reply: done,
  },
  'GET /api/respond/reports/:id/form': {
    command: 'respond reports form',
    permission: 'room.read',
    summary: { ja: '様式に記録から書き込んだもの', en: 'The form of a report, filled from the record' },
    params: byId,
    reply: formView,
  },
  'PUT /api/respond/reports/:id/form': {
    command: 'respond reports fill',
    permission: 'room.write',
    summary: { ja: '様式を選び、項目に答える', en: 'Choose the form and answer its fields' },
    params: byId,
    body: formKept,
    reply: done,
  },
});
