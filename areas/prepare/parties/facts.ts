import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';

const id = z.uuid();

export const facts = {
  'organisation.founded': {
    name: { ja: '組織を登録', en: 'Organisation created' },
    read: 'organisation.read',
    tone: 'quiet',
    machinery: false,
    touches: ['me', 'organisation'],
    body: z.object({ demo: z.boolean() }),
  },
  'organisation.demo-reset': {
    name: { ja: 'デモを初期化', en: 'Demo reset' },
    read: 'organisation.read',
    tone: 'quiet',
    machinery: false,
    touches: ['me', 'organisation'],
    body: z.object({ language: z.enum(['ja', 'en']) }),
  },
  'organisation.changed': {
    name: { ja: '組織情報を変更', en: 'Organisation changed' },
    read: 'organisation.read',
    tone: 'quiet',
    machinery: false,
    touches: ['me', 'organisation'],
    body: z.object({}),
  },
  'unit.added': {
    name: { ja: '部署を追加', en: 'Department added' },
    read: 'organisation.read',
    tone: 'quiet',
    machinery: false,
    touches: ['units'],
    body: z.object({ unitId: id, parentId: id.nullable() }),
  },
} as const satisfies Record<string, FactKind>;
