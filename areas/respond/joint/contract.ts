import { z } from 'zod';
import { givenId } from '../../../kernel/ids.ts';
import { byId, contract, done } from '../../contract.ts';
import { jointAnswer, jointOffer, jointView, jointWords } from './schema.ts';

const bond = byId.extend({ joint: givenId });

export const contracts = contract({
  'GET /api/respond/incidents/:id/joint': {
    command: 'respond joint list',
    permission: 'room.read',
    summary: { ja: '他組織との共同記録', en: 'Linked records of other organisations' },
    params: byId,
    reply: z.object({ joints: z.array(jointView) }),
  },
  'POST /api/respond/incidents/:id/joint': {
    command: 'respond joint offer',
    permission: 'incident.share',
    summary: {
      ja: '共同記録の申し出（コードは一度だけ表示）',
      en: 'Offer a linked record to another organisation; the code is shown only once',
    },
    params: byId,
    reply: jointOffer,
  },
  'POST /api/respond/incidents/:id/joint/accept': {
    command: 'respond joint accept',
    permission: 'incident.share',
    summary: { ja: '他組織の申し出の承諾', en: 'Accept another organisation’s offer' },
    params: byId,
    body: jointAnswer,
    reply: done,
  },
  'POST /api/respond/incidents/:id/joint/:joint/tell': {
    command: 'respond joint tell',
    permission: 'incident.share',
    summary: {
      ja: '相手組織への連絡（双方の記録に残る）',
      en: 'Send a message to the other organisation, kept in both records',
    },
    params: bond,
    body: jointWords,
    reply: done,
  },
  'POST /api/respond/incidents/:id/joint/:joint/end': {
    command: 'respond joint end',
    permission: 'incident.share',
    summary: { ja: '連携の終了', en: 'End the link' },
    params: bond,
    reply: done,
  },
});
