import { words } from '../words.ts';

export const NOW = words({
  mine: { ja: '自分の番', en: 'Waiting for you' },
  mineHandOver: { ja: '引き継ぎを頼まれています：{name}', en: 'Asked to take over: {name}' },
  mineBrief: { ja: '未読の報告 #{number}', en: 'Unread brief #{number}' },
  mineApproval: { ja: '承認待ちの発表文', en: 'Statement to approve' },
  openIncidents: { ja: '対応中のインシデント', en: 'Open incidents' },
  noOpenIncidents: { ja: '対応中のインシデントはありません。', en: 'No incident is open.' },
  unanswered: { ja: '応答のない呼出', en: 'Unanswered pages' },
  noUnanswered: { ja: '応答待ちの呼出はありません。', en: 'No page is waiting for an answer.' },
  liveSignals: { ja: '発生中のシグナル', en: 'Live signals' },
  noSignals: { ja: '発生中のシグナルはありません。', en: 'No signal is firing.' },
  setDuty: { ja: '当番を決める', en: 'Set who is on duty' },
});
