import type { CaseDocument, Lesson } from '../../../../areas/learn/cases/schema.ts';
import type { ImprovementChange } from '../../../../areas/learn/improvements/schema.ts';
import type { Bilingual } from '../../../../kernel/language.ts';
import type { Name } from './organisation.ts';

/** What of a lesson was made an improvement. */
interface Improvement {
  readonly lesson: string;
  readonly owner: Name;
  readonly state: ImprovementChange['state'];
  /** So many days from the founding, negative where it is over. */
  readonly dueIn: number;
}
/** What people added to the draft that the record made. */
export interface Review extends Pick<CaseDocument, 'causeGroup' | 'title' | 'outline' | 'summary'> {
  readonly order: number;
  readonly background: readonly Bilingual[];
  readonly cause: readonly Bilingual[];
  readonly measures: readonly (Bilingual & { readonly done: 'done' | 'planned' | 'considered' })[];
  readonly lessons: readonly (Pick<Lesson, 'id' | 'title' | 'body' | 'themes' | 'need'> & {
    readonly brief?: Bilingual;
  })[];
  readonly improvements: readonly Improvement[];
}

export const CONGESTION: Review = {
  order: 11,
  causeGroup: 'cyberAttack',
  title: { ja: '利用者向けポータルへの接続の集中', en: 'A flood of requests on a customer portal' },
  outline: [{ ja: '攻撃による接続の集中で、利用者向けポータルが約3時間つながりにくくなった。', en: 'An attack made a customer portal hard to reach for about three hours.' }],
  summary: [
    { ja: '通信量が平常の40倍になり、ポータルがつながりにくくなった。', en: 'Traffic rose to forty times the usual and the portal was hard to reach.' },
    { ja: '国外からの通信の遮断は一部しか効かず、静的な案内への差し替えで落ち着いた。', en: 'Filtering foreign traffic helped in part; a static notice in place of sign-in settled it.' },
  ],
  background: [{ ja: 'ポータルは外部のクラウドにあり、料金システムとは分けてある。', en: 'The portal stands at a cloud provider, apart from billing.' }],
  cause: [{ ja: 'サービスの停止を狙った分散型の攻撃だった。', en: 'It was a distributed attack meant to stop the service.' }],
  measures: [
    { ja: '静的な案内への差し替えを手順にした。', en: 'Replacing sign-in by a static notice became a procedure.', done: 'done' },
    { ja: '提供者との遮断の合意を契約に入れる。', en: 'Filtering is to be agreed on in the contract.', done: 'planned' },
  ],
  lessons: [
    {
      id: 'l1', title: { ja: '差し替えの画面を前もって用意する', en: 'Have a notice ready to put up' },
      body: { ja: '遮断は効くまで時間がかかる。停止の案内と代わりの手段を示す画面を、停止したシステムの外に用意しておく。', en: 'Filtering takes time to help. Keep a notice that says what to use instead, away from what has stopped.' },
      brief: { ja: '停止したシステムの外に案内を用意する。', en: 'Keep a notice away from what has stopped.' }, themes: ['procedures', 'load'], need: 'low',
    },
    {
      id: 'l2', title: { ja: '提供者への依頼事項を契約に定める', en: 'Write into the contract what the provider does' },
      body: { ja: '何分で何を遮断するかを決めておかないと、攻撃の最中に相談することになる。', en: 'Without agreed minutes and measures one negotiates in the middle of an attack.' },
      brief: { ja: '遮断の条件を契約で決めておく。', en: 'Agree on filtering in the contract.' }, themes: ['contractors', 'suppliers'], need: 'mid',
    },
  ],
  improvements: [
    { lesson: 'l1', owner: 'oka', state: 'done', dueIn: -90 },
    { lesson: 'l2', owner: 'sakuma', state: 'planned', dueIn: -6 },
  ],
}; // biome-ignore format: a review at one look

export const SILENT_SCREENS: Review = {
  order: 12,
  causeGroup: 'systemDefect',
  title: { ja: '監視画面が更新されなくなった通信障害', en: 'A network fault that froze the screens of a works' },
  outline: [{ ja: '中継装置の故障で監視画面の更新が停止し、手動運転で給水を継続した。', en: 'A relay failed and screens froze; supply continued under manual operation.' }],
  summary: [
    { ja: '夜間に監視画面の値が変わらなくなり、当直の検知まで5分かかった。', en: 'At night values stopped changing, and it took five minutes until the operator noticed.' },
    { ja: '手動運転に切り替えて給水を継続し、中継装置を予備機に交換して復旧した。', en: 'Supply continued under manual operation, and the relay was replaced by its spare.' },
  ],
  background: [{ ja: '中継装置は1台で、予備機は倉庫にあった。', en: 'There was one relay, with a spare in the store.' }],
  cause: [{ ja: '中継装置の電源部が故障した。', en: 'The power supply of the relay failed.' }],
  measures: [
    { ja: '値が変わらないことを警報にする。', en: 'Values that do not change are to raise an alarm.', done: 'planned' },
    { ja: '予備機を現地に置いた。', en: 'The spare is kept on site.', done: 'done' },
  ],
  lessons: [
    {
      id: 'l1', title: { ja: '変わらない値を警報にする', en: 'Raise an alarm when values stop changing' },
      body: { ja: '正常に見える古い値は、見えないことより危ない。一定時間変わらない値は、異常として警報を出す。', en: 'An old value that looks well is worse than none. A value that has not changed for a set time raises a fault.' },
      brief: { ja: '古い値を正常と見なさない。', en: 'Do not take an old value for a good one.' }, themes: ['precursors', 'specifications'], need: 'mid',
    },
  ],
  improvements: [{ lesson: 'l1', owner: 'hatano', state: 'planned', dueIn: 19 }],
}; // biome-ignore format: a review at one look
