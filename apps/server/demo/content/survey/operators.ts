import type { Body } from '../../../../../areas/call-route.ts';
import type { Speak } from '../speak.ts';

type Operator = Body<'POST /api/survey/operators'>;

/** Who the survey covers; none of them exists. The last one has told nothing for more than a year. */
export const operators = (t: Speak) =>
  ({
    telecom: { name: t('東湾通信', 'Tohwan Telecom'), sector: 'information', designated: 'telecom' },
    broadcast: { name: t('みねうら放送', 'Mineura Broadcasting'), sector: 'information', designated: 'broadcasting' },
    bank: { name: t('北浜信用銀行', 'Kitahama Trust Bank'), sector: 'finance', designated: 'finance' },
    insurer: { name: t('あかつき損害保険', 'Akatsuki Insurance'), sector: 'finance' },
    clearing: { name: t('地域決済センター', 'Regional Clearing Centre'), sector: 'finance', designated: 'finance', way: 'ceptoar', via: t('金融分野のセプター', 'CEPTOAR of finance') },
    airline: { name: t('翼南航空', 'Yokunan Airways'), sector: 'aviation', designated: 'aviation' },
    airport: { name: t('潮見空港ビル', 'Shiomi Airport Terminal'), sector: 'airports', designated: 'airport' },
    railway: { name: t('三ツ谷電鉄', 'Mitsuya Railway'), sector: 'railways', designated: 'railway' },
    tram: { name: t('港南都市交通', 'Konan Urban Transit'), sector: 'railways' },
    power: { name: t('東峰電力', 'Toho Power'), sector: 'power', designated: 'electricity' },
    grid: { name: t('湖西送配電', 'Kosei Grid'), sector: 'power', designated: 'electricity', way: 'ministry', via: t('所管省庁', 'Its ministry') },
    gas: { name: t('青葉ガス', 'Aoba Gas'), sector: 'gas', designated: 'gas' },
    city: { name: t('藤ヶ原市', 'Fujigahara City'), sector: 'government' },
    prefecture: { name: t('山南県', 'Sannan Prefecture'), sector: 'government' },
    hospital: { name: t('西丘総合病院', 'Nishioka General Hospital'), sector: 'medical' },
    clinics: { name: t('さくら医療グループ', 'Sakura Clinics'), sector: 'medical' },
    water: { name: t('千浦広域水道企業団', 'Chiura Regional Water'), sector: 'water', designated: 'water' },
    haulier: { name: t('大橋物流', 'Ohashi Logistics'), sector: 'logistics', designated: 'trucking' },
    parcels: { name: t('ひびき宅配', 'Hibiki Parcels'), sector: 'logistics' },
    chemical: { name: t('南沢化学工業', 'Minamisawa Chemicals'), sector: 'chemical' },
    card: { name: t('さざなみカード', 'Sazanami Card'), sector: 'credit', designated: 'cards' },
    refinery: { name: t('磯部石油', 'Isobe Oil'), sector: 'petroleum', designated: 'oil' },
    port: { name: t('南湊コンテナターミナル', 'Minamiminato Container Terminal'), sector: 'ports', designated: 'ports' },
    wharf: { name: t('東埠頭運営', 'East Wharf Operations'), sector: 'ports' },
    silent: { name: t('川瀬ガス', 'Kawase Gas'), sector: 'gas', designated: 'gas' },
  }) satisfies Record<string, Operator>; // biome-ignore format: operators at one look
export type OperatorKey = keyof ReturnType<typeof operators>;
