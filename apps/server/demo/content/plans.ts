import type { z } from 'zod';
import type { StartingSituation, plan as shape } from '../../../../areas/prepare/plans/schema.ts';
import type { Name } from './organisation.ts';
import type { Speak } from './speak.ts';

/** Who holds which role of the plans, and who stands in. */
export const PLAN_ROLES: Readonly<Record<string, readonly [holder: Name, deputy: Name]>> = {
  commander: ['kawakami', 'hatano'],
  recorder: ['ito', 'oka'],
  technical: ['hatano', 'sakuma'],
  'contractor-window': ['mizuno', 'sakuma'],
  'site-lead': ['nomura', 'hatano'],
  communications: ['minato', 'seto'],
  'customer-desk': ['seto', 'minato'],
  reporting: ['nagao', 'minato'],
  executive: ['hori', 'kawakami'],
};

/** Plans to begin with that the utility has made its own. */
export const ADOPTED: readonly StartingSituation[] = ['ransomware', 'ddos', 'network', 'dataLeak'];

type Own = Pick<
  z.input<typeof shape>,
  'key' | 'name' | 'summary' | 'origin' | 'activation' | 'levels' | 'steps' | 'samples'
>;
/** The one it has written itself, for which there is none to begin with. */
export const equipmentStop = (t: Speak): Own => ({
  key: 'equipment-stop',
  name: t('設備停止対応手順', 'Equipment stop'),
  summary: t('取水・浄水・配水の設備が止まったときの手順。水を切らさないことを先にする。', 'For when equipment of intake, treatment or distribution stops. Keeping the water running comes first.'),
  origin: t('前年度の配水ポンプ停止の振り返り', 'Review of last year’s distribution pump stop'),
  activation: 'situation == "other"',
  levels: [
    { level: 1, name: t('予備で続けられる', 'Standby carries on'), when: 'situation == "other" && severity >= 1' },
    { level: 2, name: t('給水に影響がある', 'Supply is affected'), when: 'situation == "other" && (severity >= 3 || personsAffected >= 3000)', convene: 'headquarters' },
  ],
  steps: [
    { text: t('予備の設備へ切り替える', 'Switch to standby equipment'), role: 'technical', deputy: 'site-lead', limitMinutes: 10 },
    { text: t('現地で設備と周囲の安全を確認', 'Look at equipment and safety on site'), role: 'site-lead', deputy: 'technical', limitMinutes: 15, onTimeout: 'escalate' },
    { text: t('保守会社を呼ぶ', 'Call the maintenance contractor'), role: 'contractor-window', deputy: 'technical', limitMinutes: 15, onTimeout: 'askVendor' },
    { text: t('攻撃ではないことの確認', 'Make sure that it is no attack'), role: 'technical', deputy: 'commander', limitMinutes: 60 },
    { text: t('使う人に知らせる', 'Tell customers'), role: 'communications', deputy: 'customer-desk', limitMinutes: 20 },
  ],
  samples: [
    { name: t('ポンプ1台、影響なし', 'One pump, no effect'), inputs: [{ input: 'situation', value: 'other' }, { input: 'severity', value: '1' }, { input: 'personsAffected', value: '0' }], level: 1 },
    { name: t('給水区域で水圧低下', 'Low pressure in a zone'), inputs: [{ input: 'situation', value: 'other' }, { input: 'severity', value: '3' }, { input: 'personsAffected', value: '4200' }], level: 2 },
    { name: t('回線の障害', 'Line fault'), inputs: [{ input: 'situation', value: 'network' }, { input: 'severity', value: '3' }], activates: false },
  ],
}); // biome-ignore format: a plan at one look
