import { words } from '../../words.ts';

export const LESSON = words({
  lesson: { ja: '教訓', en: 'Lesson' },
  lessonsEmpty: {
    ja: '当てはまる教訓はありません。事例の第6節に書いた教訓がここに並びます。',
    en: 'No lesson matches. Lessons written in section 6 of a case appear here.',
  },
  adopt: { ja: '取り入れる', en: 'Adopt' },
  systemKind: { ja: 'システムの種類', en: 'Kind of system' },
  partyKind: { ja: '関係者の種類', en: 'Kind of party' },
  noSimilar: { ja: '似た事例はまだありません。', en: 'No similar case yet.' },
});
