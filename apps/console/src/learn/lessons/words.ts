import { words } from '../../words.ts';

export const LESSON = words({
  lesson: { ja: '教訓', en: 'Lesson' },
  lessonsEmpty: {
    ja: '該当する教訓はありません。事例の第6節に記載した教訓が表示されます。',
    en: 'No matching lessons. Lessons from section 6 of a case appear here.',
  },
  adopt: { ja: '改善に反映', en: 'Adopt' },
  systemKind: { ja: 'システムの種類', en: 'System type' },
  partyKind: { ja: '関係者の種類', en: 'Party type' },
  noSimilar: { ja: '類似の事例はありません。', en: 'No similar cases yet.' },
});
