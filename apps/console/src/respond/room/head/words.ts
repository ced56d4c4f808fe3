import { words } from '../../../words.ts';

export const HEAD = words({
  head: { ja: 'インシデントの状況', en: 'Incident status' },
  life: { ja: '経過', en: 'Progress' },
  occurred: { ja: '発生', en: 'Occurred' },
  noticed: { ja: '検知', en: 'Detected' },
  recognised: { ja: '認識', en: 'Recognised' },
  headquarters: { ja: '本部', en: 'HQ' },
  contained: { ja: '封じ込め', en: 'Contained' },
  restored: { ja: '復旧', en: 'Restored' },
  resumed: { ja: '再開', en: 'Resumed' },
  declaredOver: { ja: '終息', en: 'Over' },
  working: { ja: '対応中', en: 'in progress' },
  late: { ja: '超過', en: 'late' },
  unknown: { ja: '記録なし', en: 'no record' },
  elapsed: { ja: '検知からの経過', en: 'Since detection' },
  lasted: { ja: '検知から終息まで', en: 'From detection to closing' },
  more: { ja: 'その他', en: 'More' },
  remaining: { ja: '残り {n}', en: '{n} remaining' },
});
