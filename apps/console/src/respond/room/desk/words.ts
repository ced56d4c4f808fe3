import { words } from '../../../words.ts';

export const DESK = words({
  title: { ja: '発表文の作成', en: 'New statement' },
  textHint: {
    ja: '公表する内容を、相手に伝わる言葉で入力します。',
    en: 'The text to publish, in words its audience understands.',
  },
  withheldHere: { ja: 'この相手に公表しない事項', en: 'Withheld from this audience' },
  noneWithheld: { ja: '登録なし', en: 'none' },
  found: {
    ja: '公表しない事項を含むため、承認できません：{words}',
    en: 'Contains withheld words and cannot be approved: {words}',
  },
  preview: { ja: '表示例', en: 'Preview' },
  letters: { ja: '{n}文字', en: '{n} {n|character|characters}' },
  approvers: { ja: '承認者', en: 'Approvers' },
  needed: { ja: '{n}人の承認が必要', en: '{n} {n|approval|approvals} needed' },
  ask: { ja: '承認して回付', en: 'Approve and circulate' },
  draft: { ja: '下書きを保存', en: 'Save draft' },
  drillPage: {
    ja: '訓練の発表は、公開の状況ページには掲載されません。',
    en: 'In a drill nothing appears on the public status page.',
  },
  services: { ja: '公開状況ページに示すサービスの状態', en: 'Service states on the public status page' },
  notSaid: { ja: '変更なし', en: 'No change' },
  keptOff: {
    ja: '訓練のため、公開の状況ページには掲載されていません',
    en: 'Drill: not shown on the public status page',
  },
  promise: { ja: '続報', en: 'Next update' },
  noPromise: { ja: '続報の予定なし', en: 'No update planned' },
  within: { ja: '{n}分後に続報', en: 'Update in {n} min' },
  atAnotherTime: { ja: '時刻を指定して記録', en: 'Record at another time' },
});
