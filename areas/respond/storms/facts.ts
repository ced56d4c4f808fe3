import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';
import { onIncidents } from '../incidents/facts.ts';

export const facts = {
  'storm.began': {
    name: { ja: 'アラームの集中を検出し、以後をまとめる', en: 'Alarm storm: further matches are collected' },
    read: 'incident.read',
    tone: 'event',
    machinery: false,
    touches: [...onIncidents, 'storms'],
    body: z.object({ most: z.int(), minutes: z.int(), page: z.boolean() }),
  },
  'storm.released': {
    name: { ja: 'まとめたアラームを個別のインシデントに戻す', en: 'Alarm storm undone' },
    read: 'incident.read',
    tone: 'decision',
    machinery: false,
    touches: [...onIncidents, 'storms'],
    body: z.object({ groups: z.int(), page: z.boolean() }),
  },
  'brake.set': {
    name: { ja: 'アラーム集中の基準を設定', en: 'Storm brake set' },
    read: 'rule.read',
    tone: 'decision',
    machinery: false,
    touches: ['storms'],
    body: z.object({ most: z.int(), minutes: z.int() }),
  },
} as const satisfies Record<string, FactKind>;
