import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';
import type { Topic } from '../../topics.ts';

const id = z.uuid();
const text = z.string();

const onRecovery = ['recovery', 'timeline'] as const satisfies readonly Topic[];

export const facts = {
  'recovery.began': {
    name: { ja: '復旧の対象を登録', en: 'Machines added to recovery' },
    read: 'room.read',
    tone: 'quiet',
    machinery: false,
    touches: onRecovery,
    body: z.object({ count: z.int(), wave: z.int() }),
  },
  'recovery.moved': {
    name: { ja: '復旧状況を更新', en: 'Recovery updated' },
    read: 'room.read',
    tone: 'quiet',
    machinery: true,
    touches: onRecovery,
    body: z.object({ count: z.int(), state: text, where: text, blocker: text, wave: z.int().optional() }),
  },
  'recovery.growth-checked': {
    name: { ja: '影響拡大を確認', en: 'Spread checked' },
    read: 'room.read',
    tone: 'quiet',
    machinery: false,
    touches: onRecovery,
    body: z.object({ affected: z.int(), before: z.int().nullable(), note: text }),
  },
  'recovery.strategy-chosen': {
    name: { ja: '復旧方法を決定', en: 'Recovery method chosen' },
    read: 'room.read',
    tone: 'quiet',
    machinery: false,
    touches: onRecovery,
    body: z.object({ asset: text, method: text, criteria: text }),
  },
  'recovery.order-answered': {
    name: { ja: '復旧順位に回答', en: 'Owner answered on recovery order' },
    read: 'room.read',
    tone: 'quiet',
    machinery: false,
    touches: onRecovery,
    body: z.object({ asset: text, agreed: z.boolean(), asOwner: z.boolean(), note: text }),
  },
  'recovery.attributed': {
    name: { ja: '復旧の理由を記録', en: 'Reason for recovery recorded' },
    read: 'room.read',
    tone: 'quiet',
    machinery: false,
    touches: onRecovery,
    body: z.object({ cause: text, note: text }),
  },
  'recovery.page-opened': {
    name: { ja: '現地作業ページを発行', en: 'Technician page created' },
    read: 'room.read',
    tone: 'quiet',
    machinery: false,
    touches: onRecovery,
    body: z.object({ linkId: id, name: text }),
  },
  'recovery.page-ended': {
    name: { ja: '現地作業ページを終了', en: 'Technician page ended' },
    read: 'room.read',
    tone: 'quiet',
    machinery: false,
    touches: onRecovery,
    body: z.object({ linkId: id, name: text }),
  },
} as const satisfies Record<string, FactKind>;
