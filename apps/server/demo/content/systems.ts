import type { AssetInput } from '../../../../areas/prepare/assets/schema.ts';
import { UNITS, type Unit } from './organisation.ts';
import type { Speak } from './speak.ts';

type Kind = AssetInput['kind'];
type Edges = NonNullable<AssetInput['edges']>;
interface More {
  readonly impact?: number;
  readonly rto?: number;
  readonly because?: string;
  readonly critical?: boolean;
  readonly edges?: Edges;
  readonly parties?: NonNullable<AssetInput['details']>['parties'];
  readonly data?: NonNullable<AssetInput['details']>['data'];
  readonly controls?: NonNullable<AssetInput['details']>['controls'];
}

const needs = (...to: string[]): Edges => to.map((each) => ({ kind: 'dependsOn', to: each }));
const through = (to: string): Edges => [{ kind: 'connectsThrough', to }];
const at = (to: string): Edges => [{ kind: 'hostedOn', to }];

/** What the utility runs on, and what depends on what. */
export function systems(t: Speak): object[] {
  const one = (kind: Kind, key: string, name: string, unit: Unit, more: More = {}) => ({
    key,
    kind,
    name,
    unitId: t(UNITS[unit].ja, UNITS[unit].en),
    ...(more.critical && { critical: true }),
    ...(more.impact !== undefined && { impact: more.impact }),
    ...(more.because && { impactReason: more.because }),
    ...(more.rto !== undefined && {
      rtoMinutes: more.rto,
      rpoMinutes: Math.min(more.rto, 60),
      mtpdMinutes: more.rto * 4,
    }),
    edges: more.edges ?? [],
    details: { parties: more.parties ?? [], data: more.data ?? [], controls: more.controls ?? [] },
  });
  const personal = t('氏名・住所・使用水量', 'Names, addresses and use of water');
  return [
    one('service', 'supply', t('水の供給', 'Water supply'), 'operations', {
      critical: true, impact: 4, rto: 60,
      because: t('市内19万戸の生活と消火が止まる', 'Homes of 190,000 customers, and fire fighting, would stop'),
      edges: needs('intake', 'treatment', 'zone-1', 'zone-2'),
    }),
    one('service', 'water-quality', t('水質の管理', 'Water quality'), 'plants', {
      critical: true, impact: 4, rto: 30,
      because: t('安全な水であることを示せなくなる', 'There would be no proof that the water is safe'),
      edges: needs('dosing', 'scada'),
    }),
    one('service', 'billing-service', t('料金の請求・収納', 'Billing and collection'), 'customers', {
      impact: 2, rto: 1440,
      because: t('窓口と紙の納付書で続けられる', 'Goes on at the counter and on paper'),
      edges: needs('billing', 'portal'),
    }),
    one('service', 'enquiries', t('お客様からの問い合わせ', 'Customer enquiries'), 'customers', {
      impact: 3, rto: 120,
      because: t('断水・濁水の連絡を受けられなくなる', 'Reports of dry or cloudy taps would not arrive'),
      edges: needs('cti', 'mail'),
    }),
    one('service', 'zone-1', t('給水区域1（中央）', 'Supply zone 1 (centre)'), 'network', {
      impact: 3, rto: 60, edges: needs('distribution-pumps', 'telemetry'),
    }),
    one('service', 'zone-2', t('給水区域2（東部）', 'Supply zone 2 (east)'), 'network', {
      impact: 3, rto: 60, edges: needs('intake-pump-2', 'distribution-pumps', 'telemetry'),
    }),
    one('system', 'intake', t('取水設備', 'Intake works'), 'plants', {
      impact: 4, rto: 60,
      edges: [...needs('intake-pump-1', 'intake-pump-2', 'intake-pump-3'), ...at('site-intake')],
    }),
    one('system', 'intake-pump-1', t('取水ポンプ1号', 'Intake pump No. 1'), 'plants', {
      impact: 3, rto: 60, edges: [...needs('power'), ...through('plc-network'), ...at('site-intake')],
      parties: [{ party: 'kaida-instruments', duty: 'operates' }],
    }),
    one('system', 'intake-pump-2', t('取水ポンプ2号', 'Intake pump No. 2'), 'plants', {
      impact: 3, rto: 60, edges: [...needs('power'), ...through('plc-network'), ...at('site-intake')],
      parties: [{ party: 'kaida-instruments', duty: 'operates' }],
    }),
    one('system', 'intake-pump-3', t('取水ポンプ3号（予備）', 'Intake pump No. 3 (standby)'), 'plants', {
      impact: 2, rto: 60, edges: [...needs('power'), ...through('plc-network'), ...at('site-intake')],
    }),
    one('system', 'treatment', t('浄水処理', 'Treatment'), 'plants', {
      impact: 4, rto: 60, edges: [...needs('scada', 'dosing', 'power'), ...at('site-east')],
    }),
    one('system', 'scada', t('監視制御システム（SCADA）', 'SCADA'), 'plants', {
      impact: 4, rto: 30, edges: [{ kind: 'copiesTo', to: 'historian' }, ...through('plc-network'), ...at('site-east')],
      parties: [{ party: 'kaida-instruments', duty: 'operates' }, { party: 'sawa-systems', duty: 'develops' }],
      controls: [{ name: t('手動運転への切替', 'Switch to manual'), capacity: t('各場2人で8時間', 'two people a site for 8 hours') }],
    }),
    one('system', 'plc-network', t('制御系ネットワーク', 'Control network'), 'plants', {
      impact: 4, rto: 30, edges: [...needs('power'), ...at('site-east')],
      parties: [{ party: 'sawa-systems', duty: 'operates' }],
    }),
    one('system', 'historian', t('運転履歴サーバー', 'Historian'), 'plants', {
      impact: 2, rto: 480, edges: at('site-east'),
    }),
    one('system', 'dosing', t('薬品注入設備', 'Chemical dosing'), 'plants', {
      impact: 4, rto: 30, edges: [...through('plc-network'), ...needs('power'), ...at('site-east')],
    }),
    one('system', 'power', t('受変電設備・無停電電源', 'Power and UPS'), 'plants', {
      impact: 4, rto: 30, edges: [...at('site-east'), { kind: 'replacedBy', to: 'generator' }],
    }),
    one('system', 'generator', t('非常用発電機', 'Emergency generator'), 'plants', {
      impact: 2, rto: 240, edges: at('site-east'),
    }),
    one('system', 'distribution-pumps', t('配水ポンプ', 'Distribution pumps'), 'network', {
      impact: 4, rto: 60, edges: [...needs('power', 'telemetry'), ...at('site-north')],
    }),
    one('system', 'telemetry', t('配水テレメータ', 'Distribution telemetry'), 'network', {
      impact: 3, rto: 60, edges: [...through('telemetry-line'), ...at('site-north')],
    }),
    one('interface', 'telemetry-line', t('テレメータ回線', 'Telemetry lines'), 'network', {
      impact: 3, rto: 60, edges: [], parties: [{ party: 'seto-telecom', duty: 'provides' }],
    }),
    one('interface', 'internet', t('インターネット接続', 'Internet connection'), 'systems', {
      impact: 2, rto: 480, parties: [{ party: 'seto-telecom', duty: 'provides' }, { party: 'umine-soc', duty: 'watches' }],
    }),
    one('system', 'billing', t('料金システム', 'Billing system'), 'systems', {
      impact: 3, rto: 480, edges: at('site-head'), parties: [{ party: 'sawa-systems', duty: 'operates' }],
      data: [{ class: personal, persons: 184_000 }],
    }),
    one('system', 'portal', t('お客様ポータル', 'Customer portal'), 'systems', {
      impact: 2, rto: 1440, edges: [...needs('billing', 'internet')],
      parties: [{ party: 'shiosai-cloud', duty: 'provides' }, { party: 'sawa-systems', duty: 'develops' }],
      data: [{ class: t('ログイン情報', 'Sign-in details'), persons: 61_000 }],
    }),
    one('system', 'website', t('公式ウェブサイト', 'Public website'), 'affairs', {
      impact: 2, rto: 480, edges: needs('internet'), parties: [{ party: 'shiosai-cloud', duty: 'provides' }],
    }),
    one('system', 'cti', t('電話受付（CTI）', 'Call centre telephony'), 'customers', {
      impact: 3, rto: 120, edges: at('site-head'), parties: [{ party: 'seto-telecom', duty: 'provides' }],
    }),
    one('system', 'mail', t('電子メール', 'E-mail'), 'systems', { impact: 2, rto: 480, edges: needs('internet') }),
    one('system', 'gis', t('管路情報（GIS）', 'Pipe network GIS'), 'network', { impact: 2, edges: at('site-head') }),
    one('site', 'site-intake', t('凪浦川取水場', 'Nagiura River intake'), 'plants'),
    one('site', 'site-east', t('東浄水場', 'East treatment works'), 'plants'),
    one('site', 'site-north', t('北配水場', 'North reservoir'), 'network'),
    one('site', 'site-head', t('本局庁舎', 'Head office building'), 'affairs'),
  ];
} // biome-ignore format: the works at one look
