import { words } from '../../words.ts';

export const IMPROVEMENT = words({
  improvement: { ja: '改善', en: 'Improvement' },
  improvementsEmpty: {
    ja: '改善はまだありません。教訓を「取り入れる」と下書きができます。',
    en: 'No improvement yet. Adopt a lesson and a draft is made.',
  },
  fromLesson: { ja: '元になった教訓の事例', en: 'From a lesson of' },
  owner: { ja: '担当', en: 'Owner' },
  due: { ja: '期限', en: 'Due' },
  proofs: {
    ja: '効果の裏付け（同じことが起きても影響がなかったインシデント）',
    en: 'Proved by incidents that came again and had no effect',
  },
});
