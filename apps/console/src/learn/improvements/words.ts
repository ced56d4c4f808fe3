import { words } from '../../words.ts';

export const IMPROVEMENT = words({
  improvement: { ja: '改善策', en: 'Improvement' },
  improvementsEmpty: {
    ja: '改善策はありません。教訓を「改善に反映」すると、下書きが作成されます。',
    en: 'No improvements yet. Adopt a lesson to create a draft.',
  },
  fromLesson: { ja: '元の教訓の事例', en: 'From case' },
  owner: { ja: '担当', en: 'Owner' },
  due: { ja: '期限', en: 'Due' },
  proofs: {
    ja: '効果の確認（再発しても影響がなかったインシデント）',
    en: 'Confirmed by recurrences without impact',
  },
});
