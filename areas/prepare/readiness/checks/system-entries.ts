import { gapsOf } from '../../assets/rules.ts';
import { isRated } from '../../assets/schema.ts';
import { type Check, ofAsset, SYSTEM_OWNER } from '../check.ts';

export const systemEntries: Check = {
  id: 'system-entries',
  title: {
    ja: 'システムの主管・影響・復旧目標・依存を登録',
    en: 'Systems have an owner, impact, recovery target and dependencies',
  },
  reason: { ja: '復旧順位を決定できません', en: 'Otherwise the recovery order is unknown' },
  lessons: ['C6-L1', 'C6-R2'],
  severity: 'medium',
  actor: SYSTEM_OWNER,
  ask: ({ assets }) =>
    assets.filter(({ kind }) => isRated(kind)).map((entry) => ofAsset(entry, gapsOf(entry).length === 0)),
};
