import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';
import type { Topic } from '../../topics.ts';

const id = z.uuid();
const text = z.string();

const onHeartbeats = ['heartbeats', 'signals', 'signal-counts'] as const satisfies readonly Topic[];

export const facts = {
  'heartbeat.added': {
    name: { ja: '死活監視を追加', en: 'Heartbeat added' },
    read: 'source.read',
    tone: 'quiet',
    machinery: false,
    touches: onHeartbeats,
    body: z.object({
      heartbeatId: id,
      name: text,
      everySeconds: z.int(),
      graceSeconds: z.int(),
      page: z.boolean(),
    }),
  },
  'heartbeat.changed': {
    name: { ja: '死活監視を変更', en: 'Heartbeat changed' },
    read: 'source.read',
    tone: 'quiet',
    machinery: false,
    touches: onHeartbeats,
    body: z.object({ heartbeatId: id, everySeconds: z.int(), graceSeconds: z.int() }),
  },
  'heartbeat.removed': {
    name: { ja: '死活監視を削除', en: 'Heartbeat removed' },
    read: 'source.read',
    tone: 'quiet',
    machinery: false,
    touches: onHeartbeats,
    body: z.object({ heartbeatId: id }),
  },
  'heartbeat.missed': {
    name: { ja: '死活信号が途絶', en: 'Heartbeat missed' },
    read: 'signal.read',
    tone: 'event',
    machinery: false,
    touches: onHeartbeats,
    body: z.object({ heartbeatId: id, lastAt: text.nullable() }),
  },
  'heartbeat.returned': {
    name: { ja: '死活信号が再開', en: 'Heartbeat returned' },
    read: 'signal.read',
    tone: 'recovery',
    machinery: false,
    touches: onHeartbeats,
    body: z.object({ heartbeatId: id }),
  },
} as const satisfies Record<string, FactKind>;
