import type { Bilingual } from '../../../kernel/language.ts';
import type { AssetKind, EdgeKind, Gap } from './schema.ts';

export const ASSET_WORDS: Readonly<Record<AssetKind, Bilingual>> = {
  service: { ja: 'サービス', en: 'Service' },
  system: { ja: 'システム', en: 'System' },
  interface: { ja: '連携', en: 'Interface' },
  site: { ja: '拠点', en: 'Site' },
  fleet: { ja: '機器群', en: 'Fleet' },
  host: { ja: '機器', en: 'Host' },
};

export const EDGE_WORDS: Readonly<Record<EdgeKind, Bilingual>> = {
  dependsOn: { ja: '依存する', en: 'depends on' },
  connectsThrough: { ja: '経由して接続する', en: 'connects through' },
  composedOf: { ja: '構成要素に持つ', en: 'consists of' },
  hostedOn: { ja: '上で動く・置かれる', en: 'is hosted on' },
  copiesTo: { ja: 'データを複製する', en: 'copies data to' },
  replacedBy: { ja: '後継に置き換わる', en: 'is replaced by' },
};

export const GAP_WORDS: Readonly<Record<Gap, Bilingual>> = {
  owner: { ja: '主管なし', en: 'no owner' },
  impact: { ja: '影響が未評価', en: 'impact unknown' },
  rto: { ja: '目標復旧時間なし', en: 'no recovery time' },
  dependency: { ja: '依存関係なし', en: 'no dependency' },
};
