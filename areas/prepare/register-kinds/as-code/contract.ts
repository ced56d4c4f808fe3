import { z } from 'zod';
import { contract } from '../../../contract.ts';
import { LARGEST_CODE, LARGEST_CODE_BYTES, planned } from './schema.ts';

const body = z.object({ yaml: z.string().max(LARGEST_CODE) });

export const contracts = contract({
  'GET /api/prepare/code': {
    command: 'prepare export',
    permission: 'register.read',
    summary: { ja: '台帳をYAMLで書き出す', en: 'All registers as YAML' },
    reply: z.object({ yaml: z.string() }),
  },
  'POST /api/prepare/code/plan': {
    command: 'prepare plan',
    permission: 'register.read',
    summary: { ja: 'YAMLを当てると何が変わるか', en: 'What applying a YAML file would change' },
    body,
    largestBody: LARGEST_CODE_BYTES,
    /** The version is given back on applying. */
    reply: z.object({ plan: z.array(planned), version: z.string() }),
  },
  'POST /api/prepare/code/apply': {
    command: 'prepare apply',
    permission: 'register.manage',
    summary: {
      ja: 'YAMLを台帳に当てる（全部か、何もしないか。version は計画で読んだもの）',
      en: 'Apply a YAML file, all of it or nothing; version is the one its plan said',
    },
    body: body.extend({ version: z.string().max(100) }),
    largestBody: LARGEST_CODE_BYTES,
    reply: z.object({ plan: z.array(planned) }),
  },
});
