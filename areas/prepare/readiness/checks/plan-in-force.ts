import { SITUATIONS } from '../../plans/schema.ts';
import { SITUATION_WORDS } from '../../plans/words.ts';
import { type Check, COMMAND } from '../check.ts';

/** Situations every operator can meet; what is `other` is nobody's duty to foresee. */
const FORESEEN = SITUATIONS.filter((situation) => situation !== 'other');

export const planInForce: Check = {
  id: 'plan-in-force',
  title: { ja: '事態ごとの対応計画を公開', en: 'Each situation has an active plan' },
  reason: {
    ja: '計画のない事態では、段階・招集・報告先をその場で判断することになります',
    en: 'Without one, level, bodies and reports are decided on the spot',
  },
  lessons: ['C3-L2', 'C6-B2', 'C7-L2'],
  severity: 'high',
  actor: COMMAND,
  ask: ({ plans }) =>
    FORESEEN.map((situation) => ({
      key: situation,
      name: `${SITUATION_WORDS[situation].ja} / ${SITUATION_WORDS[situation].en}`,
      unitId: null,
      ready: plans.some((plan) => plan.situation === situation),
      link: '/prepare/plans',
    })),
};
