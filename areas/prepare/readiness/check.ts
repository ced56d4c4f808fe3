import type { Bilingual } from '../../../kernel/language.ts';
import type { Asset } from '../assets/schema.ts';
import type { CallTree } from '../calling/schema.ts';
import { saysHow } from '../fallbacks/rules.ts';
import type { Fallback } from '../fallbacks/schema.ts';
import type { Contract, Party } from '../parties/schema.ts';
import type { Plan } from '../plans/schema.ts';
import type { CheckSeverity } from './schema.ts';

/** A roster, what nobody covers of it in the next ninety days, and its overrides whose taker has left or is away. */
export interface RosterCover {
  readonly key: string;
  readonly name: string;
  readonly gaps: number;
  readonly fallen: number;
  /** Who is in it from today on. */
  readonly people: readonly string[];
}

/** Somebody who would be called, and whether a way to reach them was proven lately. */
export interface Called {
  readonly id: string;
  readonly name: string;
  readonly fresh: boolean;
}

/** What the registers hold on a day; checks see nothing else. */
export interface Registers {
  /** As in `2026-11-24`, where the organisation is. */
  readonly today: string;
  /** Everything but hosts. */
  readonly assets: readonly (Asset & { readonly degree: number })[];
  /** Which of them needs which other, by keys. */
  readonly needs?: readonly { readonly from: string; readonly to: string }[];
  readonly parties: readonly Party[];
  readonly callTrees: readonly CallTree[];
  readonly rosters: readonly RosterCover[];
  readonly fallbacks: readonly Fallback[];
  /** Plans in force. */
  readonly plans: readonly Plan[];
  readonly called: readonly Called[];
}

/** One thing a check was asked about. */
export interface Subject {
  readonly key: string;
  readonly name: string;
  /** The unit that must act, where the register says so. */
  readonly unitId: string | null;
  readonly ready: boolean;
  /** Where it is mended, an address of the console. */
  readonly link: string;
}

/** One rule of readiness: pure, over the registers, with the lesson it comes from. */
export interface Check {
  readonly id: string;
  readonly title: Bilingual;
  /** What follows when it is not so. */
  readonly reason: Bilingual;
  /** Ids of the facts it goes back to, as in `C1-R1`. */
  readonly lessons: readonly string[];
  readonly severity: CheckSeverity;
  /** Who must act. */
  readonly actor: Bilingual;
  readonly ask: (registers: Registers) => Subject[];
}

const at = (path: string, key: string): string => `${path}?open=${encodeURIComponent(key)}`;

export const ofAsset = (asset: Asset, ready: boolean): Subject => ({
  key: asset.key,
  name: asset.name,
  unitId: asset.unitId,
  ready,
  link: `/prepare/systems?search=${encodeURIComponent(asset.key)}`,
});
/** A subject of a register that belongs to no unit. */
export const ofEntry = (
  register: 'parties' | 'call-trees' | 'rosters' | 'fallbacks',
  { key, name }: { key: string; name: string },
  ready: boolean,
): Subject => ({ key, name, unitId: null, ready, link: at(`/prepare/registers/${register}`, key) });

/** Whether a date is there, has come, and is no more than so many months before today. */
export const isWithin = (date: string | null, months: number, today: string): boolean =>
  date !== null &&
  date <= today &&
  Temporal.PlainDate.compare(Temporal.PlainDate.from(date).add({ months }), Temporal.PlainDate.from(today)) >=
    0;

export const contractorsOf = ({ parties }: Registers): readonly Party[] =>
  parties.filter(({ kind }) => kind === 'contractor');

/** Whether something holds of every contract of a party; where there is none, nothing was agreed. */
export const everyContract = ({ contracts }: Party, holds: (contract: Contract) => boolean): boolean =>
  contracts.length > 0 && contracts.every(holds);

/** Keys of what fallbacks stand in for; one without a step stands in for nothing. */
export const coveredBy = (fallbacks: readonly Fallback[]): ReadonlySet<string> =>
  new Set(fallbacks.filter(saysHow).flatMap(({ covers }) => covers));

/** Whether something that ends on a day has not ended; what has no end has not. */
export const isInDate = (until: string | null, today: string): boolean => until === null || until >= today;
/** Whether a contract holds on a day. */
export const isCurrent = ({ from, until }: Contract, today: string): boolean =>
  isInDate(until, today) && (from === null || from <= today);

export const SYSTEM_OWNER: Bilingual = { ja: 'システム主管', en: 'System owner' };
export const CONTRACT_OWNER: Bilingual = { ja: '契約担当', en: 'Contract owner' };
export const COMMAND: Bilingual = { ja: '指揮', en: 'Command' };
