import { z } from 'zod';
import { givenId } from '../../../kernel/ids.ts';
import { byId, contract } from '../../contract.ts';
import { contactCardView } from '../contact-routes/schema.ts';

export const contracts = contract({
  'GET /api/prepare/people/:id/card': {
    command: 'prepare contacts get',
    permission: 'person.read',
    summary: {
      ja: '連絡手段（優先順）と確認の状態',
      en: 'Contact routes of a person and their verification',
    },
    params: byId,
    reply: contactCardView,
  },
  'POST /api/prepare/people/:id/card/:route/test': {
    command: 'prepare contacts test',
    permission: 'person.read',
    summary: { ja: '確認メッセージの送信', en: 'Send a test message to be answered' },
    params: byId.extend({ route: givenId }),
    reply: z.object({ sendAt: z.string() }),
  },
});
