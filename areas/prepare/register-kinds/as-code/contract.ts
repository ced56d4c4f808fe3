import { z } from 'zod';
import { contract } from '../../../contract.ts';
import { LARGEST_CODE, LARGEST_CODE_BYTES, planned } from './schema.ts';

const body = z.object({ yaml: z.string().max(LARGEST_CODE) });

export const contracts = contract({
  'GET /api/prepare/code': {
    command: 'prepare export',
    permission: 'register.read',
    summary: { ja: '台帳のYAML形式での書き出し', en: 'All registers as YAML' },
    reply: z.object({ yaml: z.string() }),
  },
  'POST /api/prepare/code/plan': {
    command: 'prepare plan',
    permission: 'register.read',
    summary: { ja: 'YAMLの適用による変更内容', en: 'What applying a YAML file would change' },
    body,
    largestBody: LARGEST_CODE_BYTES,
    /** The version is given back on applying. */
    reply: z.object({ plan: z.array(planned), version: z.string() }),
  },
  'POST /api/prepare/code/apply': {
    command: 'prepare apply',
    permission: 'register.manage',
    summary: {
      ja: 'YAMLの台帳への適用（全件または適用なし。version は変更内容の確認で得た値）',
      en: 'Apply a YAML file, all or nothing; version is the one returned by plan',
    },
    body: body.extend({ version: z.string().max(100) }),
    largestBody: LARGEST_CODE_BYTES,
    reply: z.object({ plan: z.array(planned) }),
  },
});
