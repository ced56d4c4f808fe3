import type { Beat } from '../beats.ts';
import type { Speak } from './speak.ts';

/** The incident that runs: fourteen and a half minutes ago a pump stopped. */
export const BEGAN_MINUTES_AGO = 14.5;
export const ANSWERED_AFTER_SECONDS = 32;

export const pumpStop = (t: Speak): Beat[] => [
  [1.1, 'mizuno', { is: 'event', certainty: 'confirmed', text: t('取水ポンプ2号が停止、吐出圧 0.31→0.12 MPa', 'Pump No. 2 stopped, pressure 0.31 to 0.12 MPa'), figure: true, ago: 1,
    disputed: { by: 'nomura', text: t('停止はもう少し前', 'It stopped a little earlier'), source: t('現地盤の表示', 'Local panel') } }],
  [1.4, 'mizuno', { is: 'time', which: 'occurred', ago: 3, precision: 'about' }],
  [1.5, 'mizuno', { is: 'event', certainty: 'possible', text: t('取水場の近くで落雷', 'Lightning near the intake'), ago: 3, precision: 'about' }],
  [1.9, 'kawakami', { is: 'time', which: 'recognised' }],
  [2.2, 'mizuno', { is: 'response', certainty: 'confirmed', text: t('当直から運転管理課長と経営層へ連絡', 'Duty operator told operations and management'), figure: true }],
  [2.6, 'kawakami', { is: 'known', input: 'personsAffected', value: '4200' }],
  [4.5, 'kawakami', { is: 'headquarters', room: t('本局2階 指令室', 'Control room, head office'), bridge: t('内線 7201', 'Extension 7201'), briefMinutes: 30 }],
  [4.7, 'kawakami', { is: 'attend', role: 'commander' }],
  [4.8, 'ito', { is: 'attend', role: 'recorder' }],
  [4.9, 'hatano', { is: 'attend', role: 'technical' }],
  [5, 'kawakami', { is: 'task', title: t('現地確認の折り返し', 'Report back from the site'), to: 'nomura', minutes: 12, onTimeout: 'goOn' }],
  [5.1, 'mizuno', { is: 'attend', role: 'contractor-window' }],
  [5.2, 'seto', { is: 'attend', role: 'customer-desk' }],
  [5.3, 'minato', { is: 'attend', role: 'communications' }],
  [5.4, 'seto', { is: 'event', certainty: 'confirmed', text: t('給水区域2から水圧低下の問い合わせ17件', '17 calls about low pressure from zone 2'), figure: true }],
  [5.5, 'mizuno', { is: 'system', asset: 'intake-pump-2', state: 'affected' }],
  [5.7, 'ito', { is: 'system', asset: 'zone-2', state: 'suspected' }],
  [5.9, 'oka', { is: 'system', asset: 'portal', state: 'notAffected' }],
  [6, 'seto', { is: 'enquiry', from: t('東町の集合住宅', 'Block of flats, Higashi'), question: t('水の出が悪い。断水しますか', 'Water is weak. Will it stop?') }],
  [6.3, 'kawakami', { is: 'decision', question: t('2号の復旧を待つか', 'Wait for No. 2?'), options: [t('2号の復旧を待つ', 'Wait for No. 2'), t('予備の3号へ切り替える', 'Switch to standby No. 3')], decision: t('予備の3号へ切り替える', 'Switch to standby No. 3'), basis: t('吐出圧が3点続けて低下', 'Three readings of pressure, each lower') }],
  [7.5, 'hatano', { is: 'response', certainty: 'presumed', text: t('予備の3号へ切替、圧力は回復傾向', 'Switched to standby No. 3, pressure recovering'), figure: true, judged: { by: 'hatano', outcome: 'effective' } }],
  // Nobody is called when these run out: whoever looks sees it.
  [7.5, 'hatano', { is: 'task', title: t('3号運転での圧力の報告', 'Pressure while No. 3 runs'), to: 'ito', minutes: 15, onTimeout: 'goOn' }],
  [8.3, 'hatano', { is: 'hypothesis', text: t('落雷で電圧が下がり、保護継電器が動いた', 'Lightning dipped the voltage and a relay tripped'), why: t('落雷の直後に停止', 'It stopped right after the lightning'), test: t('受変電設備の記録を見る', 'Read the record of the power supply'), minutes: 60 }],
  [8.6, 'oka', { is: 'hypothesis', text: t('制御系への不正な操作ではないか', 'Unauthorised access to the controls?'), why: t('停止の操作記録がない', 'No stop command on record'), test: t('制御系ネットワークの通信記録を見る', 'Read the traffic of the control network'), cyber: true, minutes: 120 }],
  [9, 'minato', { is: 'withhold', audience: 'customers', term: t('落雷', 'lightning'), reason: t('原因は未確認', 'The cause is not confirmed') }],
  [9.1, 'minato', { is: 'withhold', audience: 'media', term: t('取水ポンプ2号', 'Pump No. 2'), reason: t('設備の名前は出さない', 'Equipment is not named') }],
  [9.8, 'minato', { is: 'statement', audience: 'customers', kind: 'start', outlet: 'status-page', services: [{ service: 'zone-2', state: 'affected' }], approved: ['minato', 'kawakami'], sent: true, nextUpdateMinutes: 30,
    text: t('給水区域2（東部）で水の出が弱くなっています。水はお使いいただけます。予備の設備に切り替えており、30分以内に次のお知らせをします。', 'Water pressure is low in supply zone 2 (east). Water can be used. Standby equipment has taken over; the next notice comes within 30 minutes.') }],
  [11.2, 'kawakami', { is: 'decision', question: t('どう知らせるか', 'What do we call it?'), options: [], decision: t('「水圧低下」として知らせ、断水とは言わない', 'We say “low pressure”, not “no water”'), basis: t('配水池に6時間分ある', 'The reservoir holds six hours') }],
  [11.8, 'nagao', { is: 'report', dueIn: 41 }],
  [12.3, 'minato', { is: 'statement', audience: 'media', kind: 'start', outlet: 'press', approved: ['minato'], sent: false,
    text: t('本日、取水設備の一部が停止し、東部の約4,200世帯で水圧が下がっています。予備の設備で給水を続けています。', 'Part of the intake stopped today and pressure is low for about 4,200 homes in the east. Standby equipment keeps supplying water.') }],
  [13.2, 'kawakami', { is: 'share', with: 'hayase' }],
  [13.6, 'mizuno', { is: 'response', certainty: 'confirmed', text: t('海田計装工業へ出動を依頼、30分で到着の見込み', 'Kaida Instruments called out, there in 30 minutes') }],
  [14, 'hatano', { is: 'growth', affected: 1, note: t('止まっているのは2号だけ', 'Only No. 2 has stopped') }],
]; // biome-ignore format: minutes at one look
