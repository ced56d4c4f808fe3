import { words } from '../../../words.ts';

export const DUE = words({
  title: { ja: '次の期限', en: 'Next' },
  none: { ja: '期限のある項目はありません。', en: 'Nothing is due.' },
  done: { ja: '完了', en: 'Done' },
  open: { ja: '開く', en: 'Open' },
  write: { ja: '続報の作成', en: 'Write update' },
  promised: { ja: '{audience}への続報', en: 'Next update for {audience}' },
  over: { ja: '超過 {time}', en: '{time} over' },
  untimed: { ja: '期限なし', en: 'no time' },
});
