import { z } from 'zod';
import { happening } from '../../../kernel/time.ts';
import { byId, contract, done } from '../../contract.ts';
import {
  evidenceHanded,
  evidenceView,
  hypothesisSettled,
  hypothesisView,
  newEvidence,
  newHypothesis,
} from './schema.ts';

export const contracts = contract({
  'GET /api/respond/incidents/:id/investigation': {
    command: 'respond investigation get',
    permission: 'room.read',
    summary: { ja: '仮説と証拠', en: 'Hypotheses and evidence' },
    params: byId,
    reply: z.object({ hypotheses: z.array(hypothesisView), evidence: z.array(evidenceView) }),
  },
  'POST /api/respond/incidents/:id/hypotheses': {
    command: 'respond hypotheses open',
    permission: 'room.write',
    summary: { ja: '仮説の追加', en: 'Add a hypothesis' },
    params: byId,
    body: newHypothesis.extend(happening),
    reply: z.object({ id: z.string() }),
  },
  'POST /api/respond/hypotheses/:id/settle': {
    command: 'respond hypotheses settle',
    permission: 'room.write',
    summary: { ja: '仮説の検証結果の記録', en: 'Record the result of a hypothesis' },
    params: byId,
    body: hypothesisSettled.extend(happening),
    reply: done,
  },
  'POST /api/respond/incidents/:id/evidence': {
    command: 'respond evidence keep',
    permission: 'room.write',
    summary: { ja: '証拠の登録', en: 'Add evidence' },
    params: byId,
    body: newEvidence.extend(happening),
    reply: done,
  },
  'POST /api/respond/incidents/:id/evidence/hand-over': {
    command: 'respond evidence hand-over',
    permission: 'room.write',
    summary: { ja: '証拠の引き渡し', en: 'Hand over evidence' },
    params: byId,
    body: evidenceHanded.extend(happening),
    reply: done,
  },
});
