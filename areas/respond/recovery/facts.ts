import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';
import type { Topic } from '../../topics.ts';

const id = z.uuid();
const text = z.string();

const onRecovery = ['recovery', 'timeline'] as const satisfies readonly Topic[];

export const facts = {
  'recovery.began': {
    name: { ja: '復旧の対象を登録', en: 'Machines put on the recovery board' },
    read: 'room.read',
    tone: 'quiet',
    machinery: false,
    touches: onRecovery,
    body: z.object({ count: z.int(), wave: z.int() }),
  },
  'recovery.moved': {
    name: { ja: '復旧の進み', en: 'Recovery moved' },
    read: 'room.read',
    tone: 'quiet',
    machinery: true,
    touches: onRecovery,
    body: z.object({ count: z.int(), state: text, where: text, blocker: text, wave: z.int().optional() }),
  },
  'recovery.growth-checked': {
    name: { ja: '広がりを確認', en: 'Growth checked' },
    read: 'room.read',
    tone: 'quiet',
    machinery: false,
    touches: onRecovery,
    body: z.object({ affected: z.int(), before: z.int().nullable(), note: text }),
  },
  'recovery.strategy-chosen': {
    name: { ja: '復旧方法を決定', en: 'Way of restoring chosen' },
    read: 'room.read',
    tone: 'quiet',
    machinery: false,
    touches: onRecovery,
    body: z.object({ asset: text, method: text, criteria: text }),
  },
  'recovery.order-answered': {
    name: { ja: '復旧順位に回答', en: 'Owner answered on the order' },
    read: 'room.read',
    tone: 'quiet',
    machinery: false,
    touches: onRecovery,
    body: z.object({ asset: text, agreed: z.boolean(), asOwner: z.boolean(), note: text }),
  },
  'recovery.attributed': {
    name: { ja: '復旧の理由を記録', en: 'Reason of recovery told' },
    read: 'room.read',
    tone: 'quiet',
    machinery: false,
    touches: onRecovery,
    body: z.object({ cause: text, note: text }),
  },
  'recovery.page-opened': {
    name: { ja: '現地作業ページを発行', en: 'Page for technicians made' },
    read: 'room.read',
    tone: 'quiet',
    machinery: false,
    touches: onRecovery,
    body: z.object({ linkId: id, name: text }),
  },
  'recovery.page-ended': {
    name: { ja: '現地作業ページを終了', en: 'Page for technicians ended' },
    read: 'room.read',
    tone: 'quiet',
    machinery: false,
    touches: onRecovery,
    body: z.object({ linkId: id, name: text }),
  },
} as const satisfies Record<string, FactKind>;
