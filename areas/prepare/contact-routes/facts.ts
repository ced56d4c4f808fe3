import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';

const id = z.uuid();

export const facts = {
  'contact.routes-kept': {
    name: { ja: '連絡手段を更新', en: 'Contact routes updated' },
    read: 'person.read',
    tone: 'quiet',
    machinery: false,
    touches: ['card', 'people', 'readiness'],
    body: z.object({ personId: id, routes: z.int() }),
  },
  'contact.route-verified': {
    name: { ja: '連絡手段を確認', en: 'Contact route verified' },
    read: 'person.read',
    tone: 'quiet',
    machinery: false,
    touches: ['card', 'people', 'readiness'],
    body: z.object({ personId: id, routeId: id, by: z.enum(['link', 'hand']) }),
  },
} as const satisfies Record<string, FactKind>;
