import { z } from 'zod';
import { happening } from '../../../kernel/time.ts';
import { byId, contract, done } from '../../contract.ts';
import { formKept, formView } from './forms/schema.ts';
import {
  followUp,
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
      owed: z.array(z.string()),
    }),
  },
  'POST /api/respond/incidents/:id/reports': {
    command: 'respond reports open',
    permission: 'room.write',
    summary: { ja: '報告期限の設定（起算）', en: 'Start the clock of a report' },
    params: byId,
    body: reportOpened.extend(happening),
    reply: done,
  },
  'POST /api/respond/incidents/:id/reports/not-owed': {
    command: 'respond reports rule-out',
    permission: 'incident.command',
    summary: {
      ja: '必要と見込まれる報告の、理由を付けた不要の記録',
      en: 'Mark a possibly required report as not required, with a reason',
    },
    params: byId,
    body: regimeRuledOut.extend(happening),
    reply: done,
  },
  'POST /api/respond/incidents/:id/reports/follow-up': {
    command: 'respond reports follow-up',
    permission: 'room.write',
    summary: { ja: '続報の追加', en: 'Add a follow-up' },
    params: byId,
    body: followUp.extend(happening),
    reply: z.object({ id: z.string() }),
  },
  'PUT /api/respond/reports/:id': {
    command: 'respond reports note',
    permission: 'report.submit',
    summary: {
      ja: '受付番号・当局が示した期限の記録',
      en: 'Record the receipt number, or the due time set by the authority',
    },
    params: byId,
    body: reportNoted.extend(happening),
    reply: done,
  },
  'POST /api/respond/reports/:id/submit': {
    command: 'respond reports submit',
    permission: 'report.submit',
    summary: { ja: '報告の提出の記録', en: 'Mark a report as submitted' },
    params: byId,
    body: reportSubmitted.extend(happening),
    reply: done,
  },
  'POST /api/respond/reports/:id/drop': {
    command: 'respond reports drop',
    permission: 'incident.command',
    summary: { ja: '報告を不要とした理由の記録', en: 'Mark a report as not required, with a reason' },
    params: byId,
    body: reportNotNeeded.extend(happening),
    reply: done,
  },
  'GET /api/respond/reports/:id/form': {
    command: 'respond reports form',
    permission: 'room.read',
    summary: { ja: '記録から記入した様式', en: 'The form of a report, filled from the record' },
    params: byId,
    reply: formView,
  },
  'PUT /api/respond/reports/:id/form': {
    command: 'respond reports fill',
    permission: 'room.write',
    summary: { ja: '様式の選択と記入', en: 'Choose the form and fill in its fields' },
    params: byId,
    body: formKept,
    reply: done,
  },
});
