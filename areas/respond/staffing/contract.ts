import { happening } from '../../../kernel/time.ts';
import { byId, contract, done } from '../../contract.ts';
import { handOver, ofRole, roleAssigned, rolesView } from '../roles/schema.ts';

export const contracts = contract({
  'GET /api/respond/incidents/:id/roles': {
    command: 'respond roles list',
    permission: 'room.read',
    summary: { ja: '役割と負荷', en: 'Who holds which role, and how much' },
    params: byId,
    reply: rolesView,
  },
  'PUT /api/respond/incidents/:id/roles': {
    command: 'respond roles assign',
    permission: 'incident.command',
    summary: { ja: '役割を割り当てる', en: 'Give somebody a role' },
    params: byId,
    body: roleAssigned.extend(happening),
    reply: done,
  },
  'POST /api/respond/incidents/:id/roles/offer': {
    command: 'respond roles offer',
    permission: 'room.write',
    summary: { ja: '役割の引き継ぎを頼む', en: 'Ask somebody to take a role over' },
    params: byId,
    body: handOver.extend(happening),
    reply: done,
  },
  'POST /api/respond/incidents/:id/roles/take': {
    command: 'respond roles take',
    permission: 'page.acknowledge',
    summary: { ja: '頼まれた役割を引き継ぐ', en: 'Take over a role you were asked to' },
    params: byId,
    body: ofRole.extend(happening),
    reply: done,
  },
  'POST /api/respond/incidents/:id/roles/attend': {
    command: 'respond roles attend',
    permission: 'page.acknowledge',
    summary: { ja: '参集を記録する', en: 'Say that the holder is there' },
    params: byId,
    body: ofRole.extend(happening),
    reply: done,
  },
});
