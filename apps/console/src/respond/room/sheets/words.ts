import type { Bilingual } from '../../../../../../kernel/language.ts';
import { words } from '../../../words.ts';
import type { Sheet } from './rules.ts';

export const SHEET_WORDS: Readonly<Record<Sheet, Bilingual>> = {
  tasks: { ja: 'タスク', en: 'Tasks' },
  command: { ja: '本部・役割', en: 'HQ and roles' },
  know: { ja: '状況把握', en: 'Situation' },
  desk: { ja: '広報・問い合わせ', en: 'Communications' },
  reports: { ja: '届出・共有', en: 'Reports and sharing' },
  investigation: { ja: '調査・点検', en: 'Investigation' },
  recovery: { ja: '復旧', en: 'Recovery' },
  plan: { ja: '計画・緊急変更', en: 'Plan and changes' },
  figure: { ja: '関係図', en: 'Figure' },
};

export const SHEET = words({
  details: { ja: '詳細', en: 'Details' },
  key: { ja: '{name}（キー {key}）', en: '{name} (key {key})' },
  record: { ja: '記録', en: 'Record' },
  contact: { ja: '連絡', en: 'Contact' },
  figure: { ja: '図', en: 'Figure' },
  parts: { ja: '画面の切り替え', en: 'Sections' },
});
