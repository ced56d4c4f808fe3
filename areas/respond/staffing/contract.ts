import { happening } from '../../../kernel/time.ts';
import { byId, contract, done } from '../../contract.ts';
import { handOver, ofRole, roleAssigning, rolesView } from '../roles/schema.ts';

export const contracts = contract({
  'GET /api/respond/incidents/:id/roles': {
    command: 'respond roles list',
    permission: 'room.read',
    summary: { ja: '役割と負荷', en: 'Roles and load' },
    params: byId,
    reply: rolesView,
  },
  'PUT /api/respond/incidents/:id/roles': {
    command: 'respond roles assign',
    permission: 'incident.command',
    summary: {
      ja: '役割の割り当て（読み取った担当者を seen に指定可能）',
      en: 'Assign a role; the holder you read may be passed as seen',
    },
    params: byId,
    body: roleAssigning.extend(happening),
    reply: done,
  },
  'POST /api/respond/incidents/:id/roles/offer': {
    command: 'respond roles offer',
    permission: 'room.write',
    summary: { ja: '役割の引き継ぎの依頼', en: 'Request a role handover' },
    params: byId,
    body: handOver.extend(happening),
    reply: done,
  },
  'POST /api/respond/incidents/:id/roles/take': {
    command: 'respond roles take',
    permission: 'page.acknowledge',
    summary: { ja: '依頼された役割の引き継ぎ', en: 'Accept a role handover' },
    params: byId,
    body: ofRole.extend(happening),
    reply: done,
  },
  'POST /api/respond/incidents/:id/roles/attend': {
    command: 'respond roles attend',
    permission: 'page.acknowledge',
    summary: { ja: '参集の記録', en: 'Mark a role holder as present' },
    params: byId,
    body: ofRole.extend(happening),
    reply: done,
  },
});
