import type { Bilingual } from '../../../kernel/language.ts';
import type { REPORT_STATES } from './schema.ts';

interface Due {
  readonly stage: 'first' | 'followUp' | 'final';
  /** From the start of the clock; null where no deadline is public. */
  readonly hours: number | null;
  /** Where a wrongful purpose is suspected, if that differs. */
  readonly wrongfulHours?: number;
  /** Instead: so many calendar months after the report of another stage went out; until then, after that one is due. */
  readonly monthsAfter?: { readonly stage: 'first' | 'followUp'; readonly months: number };
}
interface Regime {
  readonly name: Bilingual;
  /** Which of the incident's times starts its clock. */
  readonly startFact: 'noticed' | 'recognised' | 'judgedSignificant';
  /** When it is owed. */
  readonly trigger: Bilingual;
  readonly dues: readonly Due[];
}

const DAY = 24;

/** To whom an incident may have to be reported and by when, as data (domain facts §4; a deadline nobody published is null). */
export const REGIMES = {
  ministry: {
    name: { ja: '所管省庁・国家サイバー統括室（情報連絡）', en: 'Ministry and NCO (information report)' },
    startFact: 'recognised',
    trigger: {
      ja: 'サービス障害、予兆・ヒヤリハットを含むシステムの不具合',
      en: 'System malfunctions, including service failures, precursors and near misses',
    },
    dues: [
      { stage: 'first', hours: null },
      { stage: 'final', hours: null },
    ],
  },
  privacy: {
    name: { ja: '個人情報保護委員会', en: 'Privacy commission' },
    startFact: 'recognised',
    trigger: {
      ja: '要配慮個人情報、財産的被害のおそれ、不正の目的、1,000人超のいずれか（おそれを含む）',
      en: 'Sensitive data, risk of financial damage, malicious intent, or more than 1,000 people (confirmed or possible)',
    },
    // "About three to five days": the later is when it is late, and a reminder comes at the earlier.
    dues: [
      { stage: 'first', hours: 5 * DAY },
      { stage: 'final', hours: 30 * DAY, wrongfulHours: 60 * DAY },
    ],
  },
  police: {
    name: { ja: '警察（サイバー窓口）', en: 'Police (cyber desk)' },
    startFact: 'recognised',
    trigger: { ja: '犯罪が疑われるとき', en: 'When a crime is suspected' },
    dues: [{ stage: 'first', hours: null }],
  },
  csirt: {
    name: { ja: 'JPCERT/CC・ISAC', en: 'JPCERT/CC, ISAC' },
    startFact: 'noticed',
    trigger: { ja: '攻撃の情報を共有・相談するとき', en: 'To share information or consult on an attack' },
    dues: [{ stage: 'first', hours: null }],
  },
  telecom: {
    name: { ja: '総務省（電気通信の重大事故）', en: 'MIC (serious telecom accident)' },
    startFact: 'recognised',
    trigger: {
      ja: '影響利用者数・継続時間が基準以上（緊急通報を扱う音声：3万人・1時間など）',
      en: 'Affected users and duration above the limits (voice with emergency calls: 30,000 for one hour, and so on)',
    },
    dues: [
      { stage: 'first', hours: null },
      { stage: 'final', hours: 30 * DAY },
    ],
  },
  nis2: {
    name: { ja: 'EU NIS2 第23条', en: 'EU NIS2 art. 23' },
    startFact: 'judgedSignificant',
    trigger: { ja: '重大インシデント（おそれを含む）', en: 'A significant incident, confirmed or potential' },
    dues: [
      { stage: 'first', hours: DAY },
      { stage: 'followUp', hours: 3 * DAY },
      { stage: 'final', hours: null, monthsAfter: { stage: 'followUp', months: 1 } },
    ],
  },
} as const satisfies Record<string, Regime>;

interface Known {
  readonly situation: string | null;
  readonly cause?: unknown;
  readonly personalData?: unknown;
}

/**
 * On what each regime seems owed by what is known, the graver besides the lesser; somebody decides, for the triggers
 * themselves are words of a law (C2-R3, C5-R5).
 */
export function groundsOf({ situation, cause, personalData }: Known): ReadonlyMap<string, readonly string[]> {
  const attack = [
    ...(situation === 'ransomware' || situation === 'ddos' ? [situation] : []),
    ...(cause === 'cyberAttack' ? [cause] : []),
  ];
  // That it may be so is enough; that it is so is more.
  const leak = [
    ...(situation === 'dataLeak' ? [situation] : []),
    ...(personalData === 'possible' || personalData === 'confirmed' ? ['possible'] : []),
    ...(personalData === 'confirmed' ? [personalData] : []),
  ];
  const grounds = {
    ministry: ['incident'],
    privacy: leak,
    police: [...attack, ...leak],
    csirt: [...attack, ...leak],
  } satisfies Partial<Record<keyof typeof REGIMES, readonly string[]>>;
  return new Map(Object.entries(grounds));
}

/** Which regimes seem owed by what is known. */
export const seemsOwed = (known: Known): (keyof typeof REGIMES)[] => {
  const grounds = groundsOf(known);
  return (['ministry', 'privacy', 'police', 'csirt'] as const).filter(
    (regime) => (grounds.get(regime) ?? []).length > 0,
  );
};

export const STAGE_WORDS = {
  first: { ja: '第一報', en: 'First report' },
  followUp: { ja: '続報', en: 'Follow-up' },
  final: { ja: '確報', en: 'Final report' },
} as const satisfies Record<string, Bilingual>;

export const REPORT_STATE_WORDS: Readonly<Record<(typeof REPORT_STATES)[number], Bilingual>> = {
  due: { ja: '未提出', en: 'due' },
  submitted: { ja: '提出済み', en: 'submitted' },
  notNeeded: { ja: '不要', en: 'not required' },
};
export const SUBMITTED = { ja: 'すでに提出済みです', en: 'Already submitted' };
