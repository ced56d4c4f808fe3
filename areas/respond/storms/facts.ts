import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';
import { onIncidents } from '../incidents/facts.ts';

export const facts = {
  'storm.began': {
    name: { ja: 'アラームの集中を検出、以後を集約', en: 'Alarm storm detected, further alarms grouped' },
    read: 'incident.read',
    tone: 'event',
    machinery: false,
    touches: [...onIncidents, 'storms'],
    body: z.object({ most: z.int(), minutes: z.int(), page: z.boolean() }),
  },
  'storm.released': {
    name: { ja: '集約したアラームを個別のインシデントに分割', en: 'Alarm storm split into incidents' },
    read: 'incident.read',
    tone: 'decision',
    machinery: false,
    touches: [...onIncidents, 'storms'],
    body: z.object({ groups: z.int(), page: z.boolean() }),
  },
  'brake.set': {
    name: { ja: 'アラーム集中の基準を設定', en: 'Alarm storm threshold set' },
    read: 'rule.read',
    tone: 'decision',
    machinery: false,
    touches: ['storms'],
    body: z.object({ most: z.int(), minutes: z.int() }),
  },
} as const satisfies Record<string, FactKind>;
