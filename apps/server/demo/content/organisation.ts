import type { Role } from '../../../../areas/roles.ts';
import type { Bilingual, Language } from '../../../../kernel/language.ts';

/** A water utility that does not exist. */
export const NAME: Bilingual = { ja: '凪浦市水道局', en: 'Nagiura City Water' };
export const ZONE = 'Asia/Tokyo';

export const HEAD_OFFICE: Bilingual = { ja: '本局', en: 'Head office' };
export const UNITS = {
  operations: { ja: '運転管理課', en: 'Operations' },
  plants: { ja: '浄水課', en: 'Treatment works' },
  network: { ja: '配水課', en: 'Distribution' },
  systems: { ja: '情報システム課', en: 'Information systems' },
  customers: { ja: 'お客様サービス課', en: 'Customer services' },
  affairs: { ja: '総務課', en: 'General affairs' },
} as const satisfies Record<string, Bilingual>;
export type Unit = keyof typeof UNITS;

interface Person {
  readonly name: Bilingual;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly unit: Unit | null;
  readonly phone: string;
  /** So many days ago somebody last made sure that they are reached; null where nobody has. */
  readonly verified: number | null;
}

/** Numbers of 0000 are given to nobody, and no mail goes to `.invalid` (RFC 2606). */
const person = (
  name: Bilingual,
  email: string,
  roles: readonly Role[],
  unit: Unit | null,
  [phone, verified]: readonly [string, number | null],
): Person => ({ name, email, roles, unit, phone, verified });

export const PEOPLE = {
  mizuno: person({ ja: '水野 透', en: 'Toru Mizuno' }, 'mizuno@demo.invalid', ['responder'], 'operations', ['070-0000-0001', 40]),
  kawakami: person({ ja: '川上 玲', en: 'Rei Kawakami' }, 'kawakami@demo.invalid', ['commander'], 'operations', ['070-0000-0002', 40]),
  hatano: person({ ja: '波多野 聡', en: 'Satoshi Hatano' }, 'hatano@demo.invalid', ['system-owner'], 'plants', ['070-0000-0003', 75]),
  minato: person({ ja: '湊 あかり', en: 'Akari Minato' }, 'minato@demo.invalid', ['public-relations'], 'affairs', ['070-0000-0004', 40]),
  seto: person({ ja: '瀬戸 健', en: 'Ken Seto' }, 'seto@demo.invalid', ['customer-desk'], 'customers', ['070-0000-0005', 75]),
  hayase: person({ ja: '早瀬 涼', en: 'Ryo Hayase' }, 'hayase@contractor.invalid', ['contractor'], null, ['070-0000-0006', 120]),
  ito: person({ ja: '伊藤 恵', en: 'Megumi Ito' }, 'ito@demo.invalid', ['responder'], 'operations', ['070-0000-0007', 40]),
  oka: person({ ja: '岡 美咲', en: 'Misaki Oka' }, 'oka@demo.invalid', ['responder'], 'systems', ['070-0000-0008', 75]),
  // Nobody has rung for more than half a year.
  sakuma: person({ ja: '佐久間 直樹', en: 'Naoki Sakuma' }, 'sakuma@demo.invalid', ['system-owner'], 'systems', ['070-0000-0009', 230]),
  nagao: person({ ja: '長尾 由美', en: 'Yumi Nagao' }, 'nagao@demo.invalid', ['register-keeper', 'responder'], 'affairs', ['070-0000-0010', 75]),
  nomura: person({ ja: '野村 大輔', en: 'Daisuke Nomura' }, 'nomura@demo.invalid', ['site-staff'], 'plants', ['070-0000-0011', 120]),
  hori: person({ ja: '堀 浩一', en: 'Koichi Hori' }, 'hori@demo.invalid', ['executive'], 'affairs', ['070-0000-0012', null]),
} as const satisfies Record<string, Person>; // biome-ignore format: people at one look
export type Name = keyof typeof PEOPLE;
export const NAMES = Object.keys(PEOPLE) as Name[];

export const speakIn =
  (language: Language) =>
  ({ ja, en }: Bilingual): string =>
    language === 'ja' ? ja : en;
