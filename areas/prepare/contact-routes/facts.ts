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
  'contact.route-lapsed': {
    name: { ja: '連絡手段の確認が失効', en: 'Contact route no longer verified' },
    read: 'person.read',
    tone: 'event',
    machinery: false,
    touches: ['card', 'people', 'readiness'],
    /** gone: its provider knows it no more; elsewhere: somebody else has answered from that device since. */
    body: z.object({ personId: id, routeId: id, why: z.enum(['gone', 'elsewhere']) }),
  },
} as const satisfies Record<string, FactKind>;
