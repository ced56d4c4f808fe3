import type { Bilingual } from '../../../kernel/language.ts';
import { CAUSE_WORDS } from '../calling/words.ts';
import type { FieldWords, ValueWords } from '../registers/schema.ts';
import type { Fallback } from './schema.ts';

export const CYBER_SUFFIX: Bilingual = { ja: '（サイバー攻撃時）', en: ' (cyber attack)' };

/** What plans for disasters assume, and what holds in an attack instead. */
export const CYBER_ASSUMPTIONS: readonly { readonly was: Bilingual; readonly now: Bilingual }[] = [
  {
    was: { ja: '壊れた機器を除けば、残りは信用できる', en: 'What is not broken can be trusted' },
    now: {
      ja: '動いている機器も信用できない。点検が済むまでつながない',
      en: 'What still runs cannot be trusted either, and is not connected before it is checked',
    },
  },
  {
    was: { ja: '別拠点のバックアップから戻せる', en: 'Backups at another site can be restored' },
    now: {
      ja: 'バックアップや待機系も同じ手口で壊されているかもしれない。切り離した世代から健全さを確かめて戻す',
      en: 'Backups and standby may be hit the same way: restore from a detached generation, proven sound',
    },
  },
  {
    was: { ja: '早く復旧するほどよい', en: 'The sooner it is back the better' },
    now: {
      ja: '証拠を残し、侵入の口を塞いでから戻す。急ぐと再び侵入される',
      en: 'Keep evidence and close the way in first; in haste they are back',
    },
  },
  {
    was: {
      ja: '社内の電話・メール・認証は使える（または壊れている）',
      en: 'Telephone, mail and sign-in work, or are down',
    },
    now: {
      ja: '使えても見られている前提で、別系統の連絡手段を使う',
      en: 'Even if they work they may be read: use other means',
    },
  },
  {
    was: { ja: '被害は地域に限られ、他拠点が助ける', en: 'Damage is local and other sites help' },
    now: {
      ja: '同じ仕組みを使う全拠点が同時に止まりうる',
      en: 'Every site with the same system can stop at once',
    },
  },
  {
    was: { ja: '数日で見通しが立つ', en: 'Within days one knows how long it takes' },
    now: {
      ja: '調査が終わるまで期間が分からない。代替は数週間続けられる形にする',
      en: 'How long is unknown until it is investigated: the fallback must last for weeks',
    },
  },
];

export const FALLBACK_FIELDS = {
  covers: { ja: '代わりになる対象', en: 'Stands in for' },
  scenarios: { ja: '想定', en: 'Scenarios' },
  steps: { ja: '手順', en: 'Steps' },
  text: { ja: '内容', en: 'What' },
  assumptions: { ja: '前提', en: 'Assumptions' },
  was: { ja: 'これまでの前提', en: 'Assumed so far' },
  now: { ja: '変わる前提', en: 'What holds instead' },
  derivedFrom: { ja: 'もとの代替手段', en: 'Derived from' },
  staffing: { ja: '必要な人', en: 'Staffing' },
  testedOn: { ja: '最後に試した日', en: 'Last tested' },
} as const satisfies FieldWords<Fallback>;

export const FALLBACK_VALUES = {
  ...CAUSE_WORDS,
  supplierFailure: { ja: '供給元の障害', en: 'Supplier failure' },
} as const satisfies ValueWords<Fallback>;
