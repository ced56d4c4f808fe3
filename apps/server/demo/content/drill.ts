import type { Incident } from '../beats.ts';
import type { Speak } from './speak.ts';

export const DRILL_DAYS_AGO = 21;
export const DRILL_AT = '10:00';

/** Three weeks ago: ransomware on the office network, as an exercise. */
export const drill = (t: Speak): Incident => ({
  title: t('業務端末のランサムウェア', 'Ransomware on office computers'),
  situation: 'ransomware', severity: 3, site: 'site-head', drill: true, declaredBy: 'oka',
  note: t('進行役が状況を付与', 'The facilitator gives the situation'),
  beats: [
    [1, 'oka', { is: 'event', text: t('総務課の端末12台が暗号化', '12 computers of General affairs encrypted'), figure: true }],
    [2, 'sakuma', { is: 'time', which: 'recognised' }],
    [3, 'sakuma', { is: 'hypothesis', key: 'attack', text: t('外部からの侵入である', 'An intrusion from outside'), why: t('脅迫文が表示された', 'A ransom note is shown'), test: t('入口の記録を見る', 'Read the record of the way in'), cyber: true, minutes: 60 }],
    [4, 'kawakami', { is: 'headquarters', room: t('本局2階 指令室', 'Control room, head office'), bridge: '' }],
    [9, 'sakuma', { is: 'response', text: t('業務系と制御系の接続を切断', 'Office and control networks cut apart'), figure: true, judged: { by: 'sakuma', outcome: 'effective' } }],
    [20, 'nomura', { is: 'response', text: t('制御系を切り離して手動運転を試行', 'Manual operation tried, control network cut off'), figure: true }],
    [45, 'kawakami', { is: 'decision', question: t('身代金の要求に応じるか', 'Answer the demand?'), options: [], decision: t('応じない', 'No'), basis: t('控えから戻せる', 'Backups can be restored') }],
    [60, 'kawakami', { is: 'settled', hypothesis: 'attack', state: 'supported', certainty: 'confirmed', outcome: t('訓練の想定どおり', 'As the exercise had it') }],
    [70, 'kawakami', { is: 'stand-down', reason: t('訓練の終わり', 'End of the exercise') }],
    [75, 'kawakami', { is: 'resolved', note: t('訓練を終えた', 'The exercise is over') }],
    [7_000, 'kawakami', { is: 'closed', note: t('訓練の振り返りを終えた', 'The exercise was reviewed'), left: {
      plannedReports: t('訓練のため', 'Exercise'), ministry: t('訓練のため', 'Exercise'), police: t('訓練のため', 'Exercise'), csirt: t('訓練のため', 'Exercise'), privacy: t('訓練のため', 'Exercise'),
    } }],
  ],
}); // biome-ignore format: minutes at one look
