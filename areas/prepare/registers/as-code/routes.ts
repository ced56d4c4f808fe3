import { z } from 'zod';
import { route } from '../../../route.ts';
import { applyRegisters, planRegisters } from './apply-registers.ts';
import { exportRegisters } from './export-registers.ts';
import { LARGEST_CODE, LARGEST_CODE_BYTES, planned } from './schema.ts';

const body = z.object({ yaml: z.string().max(LARGEST_CODE) });

export const routes = [
  route({
    key: 'GET /api/prepare/code',
    command: 'prepare export',
    permission: 'register.read',
    summary: { ja: '台帳をYAMLで書き出す', en: 'All registers as YAML' },
    reply: z.object({ yaml: z.string() }),
    handle: async (ctx) => ({ yaml: await exportRegisters(ctx) }),
  }),
  route({
    key: 'POST /api/prepare/code/plan',
    command: 'prepare plan',
    permission: 'register.read',
    summary: { ja: 'YAMLを当てると何が変わるか', en: 'What applying a YAML file would change' },
    body,
    largestBody: LARGEST_CODE_BYTES,
    reply: z.object({ plan: z.array(planned) }),
    handle: async (ctx, { body: { yaml } }) => ({ plan: await planRegisters(ctx, yaml) }),
  }),
  route({
    key: 'POST /api/prepare/code/apply',
    command: 'prepare apply',
    permission: 'register.manage',
    summary: {
      ja: 'YAMLを台帳に当てる（全部か、何もしないか）',
      en: 'Apply a YAML file: all of it or nothing',
    },
    body,
    largestBody: LARGEST_CODE_BYTES,
    reply: z.object({ plan: z.array(planned) }),
    handle: async (ctx, { body: { yaml } }) => ({ plan: await applyRegisters(ctx, yaml) }),
  }),
] as const;
