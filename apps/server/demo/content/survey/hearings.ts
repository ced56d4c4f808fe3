import type { Certainty } from '../../../../../kernel/certainty.ts';
import type { Speak } from '../speak.ts';

/** Something said in a hearing: by whom, how surely, and which question of the record it answers. */
type Said = readonly [speaker: string, text: string, certainty: Certainty, answers: string | null];

/** How far the hearing of a chosen event has come. */
export type Standing = 'confirmed' | 'corrected' | 'completed' | 'open' | 'planned';

export interface Hearing {
  readonly of: string;
  readonly standing: Standing;
  /** So many days from today, negative where it is over; an open one began half an hour ago. */
  readonly day: number;
  readonly place: readonly ['visit' | 'office' | 'online', string];
  readonly head: string;
  readonly said: readonly Said[];
}

export const hearings = (t: Speak): Hearing[] => {
  const head = t('情報システム部長', 'Head of IT');
  const duty = t('当日の指揮者', 'Commander on the day');
  const plant = t('設備課長', 'Head of equipment');
  const online: Hearing['place'] = ['online', 'https://meet.survey.invalid/hearing'];
  return [
    {
      of: 'port', standing: 'confirmed', day: -96, place: ['visit', t('ターミナル管理棟 2階会議室', 'Terminal office, room on floor 2')], head,
      said: [
        [head, t('侵入は暗号化のおよそ6日前に始まっていた。接続の記録は5日分しか残っていなかった。', 'The break-in started about six days earlier. Connection logs went back only five days.'), 'likely', 'times.occurred'],
        [duty, t('荷役を紙で続けるかは、船会社の意見を聞いて1時間以内に決めた。', 'Whether to go on by paper was decided within an hour, after asking the shipping lines.'), 'confirmed', null],
        [head, t('控えは網の外にあったが、戻す手順を試したことがなかった。戻すのに19時間かかった。', 'Copies were offline, but no one had tried restoring them. It took 19 hours.'), 'confirmed', 'steps.s4.time'],
        [duty, t('紙の台帳の様式を毎年使っておくことが、最も役に立つと考える。', 'What would help most is to use the paper forms every year.'), 'presumed', 'lessons'],
      ],
    },
    {
      of: 'water', standing: 'confirmed', day: -84, place: ['visit', t('本部庁舎', 'Head office')], head: plant,
      said: [
        [plant, t('契約の更新の通知は、異動した職員の宛先に届いていた。', 'Reminders of the contract went to someone who had moved on.'), 'confirmed', 'causeText'],
        [plant, t('巡回の順路は事前に決めてあり、夜間も2時間ごとに回れた。', 'The rounds had been planned, and could be driven every two hours at night.'), 'confirmed', null],
        [plant, t('回線の契約を設備と同じ台帳に載せておくべきだった。', 'Lines belong in the same register as equipment.'), 'presumed', 'lessons'],
      ],
    },
    {
      of: 'railway', standing: 'confirmed', day: -71, place: online, head,
      said: [
        [head, t('補正値の登録は2人で確認する決まりだったが、当日は1人だった。', 'Two people have to check an offset; on that day there was one.'), 'confirmed', 'causeText'],
        [t('駅務課長', 'Head of stations'), t('改札の開放は各駅の判断ででき、15分で全駅に広がった。', 'Each station may open its gates, and all had within 15 minutes.'), 'confirmed', null],
        [head, t('時刻のずれを監視の対象に加えた。', 'Drift of clocks is now monitored.'), 'confirmed', 'measures'],
      ],
    },
    {
      of: 'airport', standing: 'confirmed', day: -63, place: ['visit', t('空港ビル 事務室', 'Terminal offices')], head: plant,
      said: [
        [plant, t('保守端末の検査は契約に書かれていたが、深夜の作業では省かれていた。', 'Checks of laptops were in the contract, and skipped at night.'), 'likely', 'causeText'],
        [plant, t('手作業の仕分けの訓練は半年前に行っていた。', 'Manual sorting had been practised six months earlier.'), 'confirmed', null],
      ],
    },
    {
      of: 'city', standing: 'corrected', day: -40, place: ['office', t('調査室 会議室', 'Our meeting room')], head,
      said: [
        [head, t('記録を消したのは委託先で、市の確認は作業の後だった。', 'The contractor deleted the record; the city looked afterwards.'), 'confirmed', 'causeText'],
        [t('市民課長', 'Head of the citizens’ desk'), t('紙の申請は終日で約300件だった。', 'About 300 applications came on paper that day.'), 'likely', 'effect.users'],
      ],
    },
    {
      of: 'card', standing: 'completed', day: -19, place: online, head,
      said: [
        [head, t('切替の順番は、移設の直前に口頭で変わっていた。', 'The order had been changed by word of mouth just before.'), 'likely', 'causeText'],
        [t('加盟店窓口の長', 'Head of the shop desk'), t('加盟店からの問い合わせは初日に約1,100件。', 'Shops asked about 1,100 times on the first day.'), 'confirmed', null],
      ],
    },
    {
      of: 'clinics', standing: 'open', day: 0, place: online, head: t('本部長', 'Head of the group'),
      said: [
        [t('本部長', 'Head of the group'), t('紙への切替は、年1回の訓練どおりに10分で終えた。', 'Changing to paper took ten minutes, as practised each year.'), 'confirmed', null],
      ],
    },
    { of: 'bank', standing: 'planned', day: 8, place: ['visit', t('本店 会議室', 'Head office, meeting room')], head, said: [] },
  ]; // biome-ignore format: a hearing at one look
};

/** The reason written beside each pick, for whoever reads the record of the selection. */
export const reasons = (t: Speak): Readonly<Record<string, string>> => ({
  port: t('影響が最も大きく、復旧の準備について学べる点が多い', 'It had the largest effect and teaches much about preparing recovery'),
  card: t('移設作業は多くの事業者が控えており、広く役立つ', 'Many operators are about to move data centres'),
  airport: t('委託先の端末から制御装置に広がった経過が新しい', 'How it spread from a contractor’s laptop to controllers is new'),
  water: t('契約の管理の漏れは分野を問わず起こり得る', 'A contract left without renewal can happen in any sector'),
  clinics: t('共同利用のサービスの停止で、複数の事業者が同時に影響を受けた', 'One shared service took several operators with it'),
  railway: t('時刻の誤りは他分野にも及ぶ。順位の近い通信分野の事案は、同種の事例を昨年度に公表した', 'A wrong clock reaches other sectors. The telecom event ranked near it resembles a case published last year'),
  city: t('住民への影響が大きく、移転作業の確認の教訓がある', 'Residents were affected, and it teaches how to check a move'),
  bank: t('委託先の設定の管理について、対応の良い点と悪い点が共に学べる', 'Good and poor points of handling a contractor’s settings can both be learned'),
  grid: t('一斉更新の進め方は、機器の多い事業者に広く当てはまる', 'How to stage a mass update matters to everyone with many devices'),
}); // biome-ignore format: reasons at one look

/** What a rater writes beside a score, from none to grave. */
export const evidence = (t: Speak): Readonly<Record<string, readonly [string, string, string, string]>> => ({
  actualHarm: [t('サービスへの影響なし', 'No effect on the service'), t('一部の業務に限られる', 'Part of the work only'), t('利用者に数時間の影響', 'Users affected for hours'), t('広い範囲で停止', 'Stopped over a wide area')],
  spread: [t('自組織に閉じている', 'Within one organisation'), t('取引先まで', 'As far as partners'), t('同じ分野に及び得る', 'May reach the sector'), t('他分野に及び得る', 'May reach other sectors')],
  lessonValue: [t('既知の対策で足りる', 'Known measures are enough'), t('基本の徹底が教訓', 'Teaches the basics again'), t('手順の見直しに役立つ', 'Helps to revise procedures'), t('多くの事業者の備えに役立つ', 'Helps many operators to prepare')],
}); // biome-ignore format: words at one look
