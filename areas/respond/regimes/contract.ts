import { z } from 'zod';
import { contract } from '../../contract.ts';
import { ofRegime, regimeKept, regimeView } from './schema.ts';

export const contracts = contract({
  'GET /api/respond/regimes': {
    command: 'respond regimes list',
    permission: 'room.read',
    summary: { ja: '報告先とその期限（現行の版）', en: 'Report recipients and their deadlines' },
    reply: z.object({ regimes: z.array(regimeView) }),
  },
  'GET /api/respond/regimes/:regime': {
    command: 'respond regimes editions',
    permission: 'room.read',
    summary: { ja: '報告先の版（新しい順）', en: 'Editions of a report recipient, newest first' },
    params: ofRegime,
    reply: z.object({ editions: z.array(regimeView) }),
  },
  'PUT /api/respond/regimes/:regime': {
    command: 'respond regimes keep',
    permission: 'organisation.manage',
    summary: {
      ja: '報告先の登録・変更（新しい版）',
      en: 'Add or change a report recipient, as a new edition',
    },
    params: ofRegime,
    body: regimeKept,
    reply: z.object({ edition: z.number() }),
  },
});
