import { words } from '../../words.ts';

/** The record: accounts that differ, estimates as they moved, records of other organisations. */
export const RECORD = words({
  facts: { ja: '食い違う情報と見積もりの推移', en: 'Conflicting accounts and estimates' },
  none: {
    ja: '食い違いはありません。時系列の記録から「食い違う情報」を並べられます。',
    en: 'Nothing conflicts. From an entry of the timeline another account can be put beside it.',
  },
  dispute: { ja: '食い違う情報を並べる', en: 'Put another account beside it' },
  account: { ja: '食い違う内容', en: 'What is told otherwise' },
  source: { ja: '情報源', en: 'Source' },
  firstTold: { ja: '最初の記録', en: 'as first recorded' },
  settle: { ja: 'どれを採るか決める', en: 'Settle' },
  holds: { ja: '採る情報', en: 'Which holds' },
  neither: { ja: 'どれでもない', en: 'neither' },
  basis: { ja: '根拠', en: 'Ground' },
  openConflict: { ja: '未確定', en: 'open' },
  held: { ja: '採用', en: 'holds' },
  joint: { ja: '他組織との共同記録', en: 'Linked with other organisations' },
  noJoint: {
    ja: '同じ Sonae を使う組織と、同じ出来事の記録を連携できます。',
    en: 'The same event at another organisation of this Sonae can be linked.',
  },
  offer: { ja: '連携を申し出る', en: 'Offer a link' },
  offered: { ja: '申し出中（{at} まで）', en: 'offered, until {at}' },
  accept: { ja: '申し出を受ける', en: 'Accept an offer' },
  code: { ja: '相手から受け取ったコード', en: 'Code from the other organisation' },
  offerHint: {
    ja: '相手の組織に渡すコードを作ります。連携すると、互いの状況（対応中・復旧・終了）と、伝え合った言葉だけが見えます。',
    en: 'Makes a code to hand to the other organisation. Once linked, each sees how the other stands (open, resolved, closed) and the words told to each other, and nothing else.',
  },
  giveCode: {
    ja: 'このコードを、確かな手段で相手の組織に渡してください。表示されるのは今だけで、一度だけ使えます。',
    en: 'Hand this code to the other organisation by a way you trust. It is shown now only, and works once.',
  },
  tell: { ja: '相手に伝える', en: 'Tell them' },
  tellText: { ja: '伝えること（双方の記録に残ります）', en: 'What to tell; it stands in both records' },
  theirs: { ja: '相手の状況', en: 'Theirs' },
  end: { ja: '連携を終える', en: 'End the link' },
  ended: { ja: '終了', en: 'ended' },
});
