import type { Phase } from '../../../../../areas/respond/lanes/schema.ts';
import type { Bilingual } from '../../../../../kernel/language.ts';
import { words } from '../../words.ts';

/** The phases of an incident's life. */
export const PHASE_WORDS: Readonly<Record<Phase, Bilingual>> = {
  occurred: { ja: '発生', en: 'Occurred' },
  noticed: { ja: '検知', en: 'Detected' },
  recognised: { ja: '認識', en: 'Recognised' },
  headquarters: { ja: '本部設置', en: 'HQ' },
  contained: { ja: '封じ込め', en: 'Contained' },
  restored: { ja: '復旧', en: 'Restored' },
  resumed: { ja: '再開', en: 'Resumed' },
  declaredOver: { ja: '終了', en: 'Closed' },
};

export const PHASES_W = words({
  phases: { ja: '対応の段階', en: 'Phases' },
  howRecognised: {
    ja: '認識の時刻は、応答では記録されません。「時刻の記録」で入力します。',
    en: 'Answering a page does not record recognition. Enter it with “Record time”.',
  },
  inProgress: { ja: '対応中', en: 'in progress' },
  notRecorded: { ja: '記録なし', en: 'not recorded' },
  about: { ja: '{time}頃', en: 'about {time}' },
  aboutHour: { ja: '{hour}時頃', en: 'about {hour}:00' },
  someTime: { ja: '時刻不明', en: 'time unknown' },
  target: { ja: '目標 {minutes}分', en: 'target {minutes} min' },
  onTarget: { ja: '{time} 目標内', en: '{time}, on target' },
  late: { ja: '{time} 目標超過', en: '{time}, over target' },
});
