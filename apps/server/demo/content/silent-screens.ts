import type { Incident } from '../beats.ts';
import type { Speak } from './speak.ts';

export const SILENT_DAYS_AGO = 49;
export const SILENT_AT = '02:40';

/** Seven weeks ago at night: the screens of the works stood still. */
export const silentScreens = (t: Speak): Incident => ({
  title: t('東浄水場の監視画面が更新されない', 'Screens of the East works frozen'),
  situation: 'network', severity: 3, site: 'site-east', drill: false, declaredBy: 'mizuno',
  note: t('当直が時刻の止まった画面を発見', 'The operator saw a clock that had stopped'),
  beats: [
    [1, 'mizuno', { is: 'event', text: t('監視画面の値が5分前から変わらない', 'Values have not changed for five minutes'), figure: true, ago: 5 }],
    [2, 'mizuno', { is: 'time', which: 'recognised' }],
    [2.5, 'mizuno', { is: 'known', input: 'criticalServicesStopped', value: '1' }],
    [3, 'mizuno', { is: 'system', asset: 'plc-network', state: 'affected' }],
    [3.5, 'mizuno', { is: 'system', asset: 'scada', state: 'affected' }],
    [6.5, 'kawakami', { is: 'headquarters', room: t('東浄水場 監視室', 'Control room, East works'), bridge: t('内線 7401', 'Extension 7401') }],
    [8, 'kawakami', { is: 'task', key: 'site', title: t('現地盤で水位と塩素を読む', 'Read level and chlorine at the panel'), to: 'nomura', minutes: 20, onTimeout: 'convene' }],
    [9, 'kawakami', { is: 'task', key: 'relay', title: t('中継装置の再起動を検討', 'Consider restarting the relay'), to: 'hatano', minutes: 30 }],
    [12, 'hatano', { is: 'hypothesis', key: 'attack', text: t('制御系への攻撃ではないか', 'Is the control network under attack?'), why: t('夜間で保守作業の予定がない', 'It is night and no work was planned'), test: t('監視センターの通信記録と照合', 'Compare with the record of the security centre'), cyber: true, minutes: 90 }],
    [15, 'kawakami', { is: 'decision', question: t('手動運転に切り替えるか', 'Go to manual?'), options: [t('画面の復旧を待つ', 'Wait for the screens'), t('手動運転にする', 'Go to manual')], decision: t('手動運転にする', 'Go to manual'), basis: t('薬品注入は30分止められない', 'Dosing may not stop for 30 minutes') }],
    [22, 'nomura', { is: 'response', text: t('現地盤で手動運転に切替', 'Switched to manual at the panel'), figure: true, judged: { by: 'hatano', outcome: 'effective' } }],
    [24, 'nomura', { is: 'done', task: 'site', note: t('水位・塩素とも正常', 'Level and chlorine as they should be') }],
    [35, 'nagao', { is: 'report', dueIn: 180 }],
    [48, 'hatano', { is: 'response', text: t('中継装置を予備機に交換', 'Relay replaced by the spare'), figure: true, judged: { by: 'hatano', outcome: 'effective' } }],
    [50, 'hatano', { is: 'done', task: 'relay', note: t('再起動では戻らず交換した', 'A restart did not help; replaced') }],
    [55, 'hatano', { is: 'event', text: t('監視画面が更新を再開', 'Screens move again'), figure: true }],
    [60, 'hatano', { is: 'growth', affected: 1, note: t('止まったのは中継装置1台だけ', 'One relay and nothing else') }],
    [62, 'hatano', { is: 'time', which: 'contained' }],
    [80, 'kawakami', { is: 'settled', hypothesis: 'attack', state: 'excluded', certainty: 'confirmed', outcome: t('電源部の故障。不審な通信なし', 'Its power supply failed; no odd traffic') }],
    [95, 'hatano', { is: 'system', asset: 'plc-network', state: 'restored' }],
    [96, 'hatano', { is: 'system', asset: 'scada', state: 'restored' }],
    [97, 'hatano', { is: 'time', which: 'restored' }],
    [110, 'kawakami', { is: 'decision', question: t('自動運転に戻すか', 'Back to automatic?'), options: [], decision: t('全装置の点呼の後に戻す', 'After every device has answered'), basis: t('前の障害では1台が戻らなかった', 'Last time one did not come back') }],
    [130, 'kawakami', { is: 'time', which: 'resumed', noChecks: t('装置の点呼で代えた', 'Every device answered instead') }],
    [135, 'nagao', { is: 'submitted', stage: 'first', text: t('監視制御の通信障害について第一報', 'First report on the SCADA network fault'), receipt: 'R-0164' }],
    [138, 'kawakami', { is: 'cause', cause: 'ownAction', note: t('中継装置の交換', 'The relay was replaced') }],
    [140, 'kawakami', { is: 'stand-down', reason: t('自動運転に戻った', 'Back to automatic') }],
    [142, 'kawakami', { is: 'resolved', note: t('通常運転に戻った', 'Back to usual operation') }],
    [5_800, 'nagao', { is: 'submitted', stage: 'final', text: t('監視制御の通信障害について確報', 'Final report on the SCADA network fault'), receipt: 'R-0169' }],
    [5_900, 'kawakami', { is: 'closed', note: t('振り返りを終えた', 'Reviewed'), left: { plannedReports: t('経営層は対策本部に出席していた', 'Management sat in the headquarters') } }],
  ],
}); // biome-ignore format: minutes at one look
