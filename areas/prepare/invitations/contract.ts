import { z } from 'zod';
import { contract } from '../../contract.ts';
import { guestFile, guestRow, invitationView } from './schema.ts';

export const contracts = contract({
  'GET /api/prepare/invitations': {
    command: 'prepare invitations list',
    permission: 'person.manage',
    summary: { ja: '参加していない人への招待', en: 'Pending invitations' },
    reply: z.object({ invitations: z.array(invitationView), mailGoesOut: z.boolean() }),
  },
  'POST /api/prepare/invitations/preview': {
    command: 'prepare invitations preview',
    permission: 'person.manage',
    summary: {
      ja: '招待する人の一覧表の確認（行ごとの変更とエラー。データは変更しない）',
      en: 'Check a list of people to invite: change or error of each row; changes nothing',
    },
    body: guestFile,
    largestBody: 3_000_000,
    reply: z.object({ rows: z.array(guestRow) }),
  },
});
