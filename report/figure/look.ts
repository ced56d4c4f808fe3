import type { Bilingual, Language } from '../../kernel/language.ts';
import { ICONS } from './icons.ts';
import type { ArrowNature, BoxKind, BoxState, LabelKind } from './schema.ts';

/** Families named in a drawing; documents embed them and the console serves them, the Latin one under its first name. */
export const JAPANESE_FACE = "'BIZ UDPGothic'";
export const figureFaces = (language: Language): string =>
  language === 'ja' ? JAPANESE_FACE : `'Inter Variable','Inter',${JAPANESE_FACE}`;
export const INK = '#1f2328';

interface Paint {
  readonly ink: string;
  readonly fill: string;
}

/** The same four paints as in timeline and badges; each also carries its word, so that grey print loses nothing. */
export const LABEL_PAINT: Readonly<Record<LabelKind, Paint>> = {
  event: { ink: '#b3261e', fill: '#fdeeec' },
  response: { ink: '#1d4f91', fill: '#edf3fc' },
  background: { ink: '#54585e', fill: '#f2f3f5' },
  relation: { ink: '#3c4148', fill: '#ffffff' },
};

interface ArrowLook {
  readonly ink: string;
  readonly width: number;
  /** Each nature has its own dashes or weight: colour is never the only cue. */
  readonly dash: string;
  readonly word: Bilingual;
}

export const ARROW_LOOK: Readonly<Record<ArrowNature, ArrowLook>> = {
  report: { ink: '#1d4f91', width: 1.3, dash: '', word: { ja: '報告・連絡', en: 'report' } },
  act: { ink: '#1d4f91', width: 1.5, dash: '5 2', word: { ja: '対処', en: 'action' } },
  link: { ink: '#6b7178', width: 2.4, dash: '', word: { ja: '接続・構成', en: 'connection' } },
  attack: { ink: '#b3261e', width: 1.9, dash: '7 2.5', word: { ja: '攻撃', en: 'attack' } },
  knockOn: { ink: '#b3261e', width: 1.6, dash: '', word: { ja: '障害の波及', en: 'knock-on failure' } },
  use: { ink: '#1f6f68', width: 1.2, dash: '1.5 2.5', word: { ja: '利用', en: 'use' } },
  supply: { ink: '#1f6f68', width: 1.5, dash: '', word: { ja: '提供', en: 'supply' } },
  contract: { ink: '#6b7178', width: 1.1, dash: '5 3', word: { ja: '契約・委託', en: 'contract' } },
};

interface StateLook extends Paint {
  /** On a 24 × 24 grid; the shape tells the states apart where colour does not. */
  readonly icon: string;
  readonly word: Bilingual;
}

export const STATE_LOOK: Readonly<Record<BoxState, StateLook>> = {
  failed: { ink: '#b3261e', fill: '#fdeeec', icon: ICONS.failed, word: { ja: '停止・故障', en: 'failed' } },
  attacked: { ink: '#8c1d40', fill: '#fbe9f0', icon: ICONS.attacked, word: { ja: '被害', en: 'attacked' } },
  cut: { ink: '#6a4b00', fill: '#fdf3dc', icon: ICONS.cut, word: { ja: '切り離し', en: 'cut off' } },
  restored: { ink: '#1f6b3a', fill: '#ecf7ef', icon: ICONS.restored, word: { ja: '復旧', en: 'restored' } },
};

interface BoxLook {
  readonly ink: string;
  readonly fill: string;
  readonly width: number;
  readonly dash: string;
  readonly icon: string;
}

const box = (ink: string, fill: string, icon: string, width = 1, dash = ''): BoxLook => ({
  ink,
  fill,
  icon,
  width,
  dash,
});

export const BOX_LOOK: Readonly<Record<BoxKind, BoxLook>> = {
  operator: box('#2b3036', '#ffffff', ICONS.building, 1.5),
  organisation: box('#8a5a00', '#fffaf0', ICONS.building, 1.1),
  executives: box('#1d4f91', '#f4f8fe', ICONS.executives, 1.2),
  department: box('#55703a', '#f7faf3', ICONS.people),
  group: box('#1d4f91', '#f8fafe', '', 1, '6 2.5'),
  system: box('#4b5158', '#ffffff', ICONS.server),
  network: box('#80868d', '#f6f7f8', '', 0.9, '4 2'),
  platform: box('#80868d', '#f6f7f8', '', 0.9, '4 2'),
  site: box('#7c6a35', '#fbf9f2', ICONS.site),
  artifact: box('#4b5158', '#ffffff', ICONS.artifact, 0.9),
  channel: box('#1f6f68', '#f2f9f8', ICONS.channel),
  actor: box('#1f6f68', '#f2f9f8', ICONS.actor, 1.1),
  attacker: box('#b3261e', '#fdeeec', ICONS.attacker, 1.4),
};
