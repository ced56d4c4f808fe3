import { z } from 'zod';
import { givenId } from '../../../kernel/ids.ts';
import { byId, contract, done } from '../../contract.ts';
import { signalView } from '../../detect/signals/schema.ts';
import { detection } from './schema.ts';

export const contracts = contract({
  'GET /api/respond/incidents/:id/signals': {
    command: 'respond incidents signals',
    permission: 'incident.read',
    summary: { ja: 'インシデントのシグナル', en: 'Signals of an incident' },
    params: byId,
    query: z.object({
      after: z.uuid().optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    reply: z.object({ signals: z.array(signalView), next: z.string().nullable() }),
  },
  'POST /api/respond/incidents/:id/signals': {
    command: 'respond incidents attach',
    permission: 'room.write',
    summary: { ja: 'シグナルの手動追加', en: 'Add signals to an incident' },
    params: byId,
    body: z.object({ signalIds: z.array(z.uuid()).min(1).max(500) }),
    reply: z.object({ linked: z.number() }),
  },
  'DELETE /api/respond/incidents/:id/signals/:signalId': {
    command: 'respond incidents detach',
    permission: 'room.write',
    summary: { ja: 'シグナルの追加の取り消し', en: 'Remove a signal from an incident' },
    params: byId.extend({ signalId: givenId }),
    reply: done,
  },
  'POST /api/respond/incidents/:id/detections': {
    command: 'respond incidents detect',
    permission: 'timeline.write',
    summary: { ja: '検知の経緯の追加', en: 'Add how it was detected' },
    params: byId,
    body: detection,
    reply: done,
  },
});
