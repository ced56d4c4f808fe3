import type { Certainty, Hedged } from '../../../../kernel/certainty.ts';
import type { Bilingual } from '../../../../kernel/language.ts';
import type { Line } from '../../../ledger/schema.ts';
import type { Claim, ClaimSection } from '../schema.ts';

/** Somebody who took part, as a case may name them: a unit, the management, or somebody outside. */
export interface Party {
  readonly key: string;
  readonly name: Bilingual;
  readonly kind: 'department' | 'executives' | 'organisation' | 'attacker' | 'group';
}

/** Who took part and has no unit: the case speaks of the department that responded. */
export const TEAM: Party = {
  key: 'team',
  name: { ja: '対応部門', en: 'Responding department' },
  kind: 'department',
};

/** What is known of an incident, read from its ledger and from what stands beside it. */
export interface IncidentRecord {
  readonly number: number;
  readonly drill: boolean;
  /** Seen by those it is shared with alone. */
  readonly restricted: boolean;
  readonly title: string;
  readonly situation: string | null;
  readonly organisation: string;
  readonly zone: string;
  /** Of it and of what was merged into it, in the order in which they happened; without what was taken back. */
  readonly lines: readonly Line[];
  /** All lines that one of them is told for, by its number: mass work. */
  readonly standsFor: ReadonlyMap<number, readonly number[]>;
  /** What people are in a case, by their id; who is not here is of the department that responded. */
  readonly people: ReadonlyMap<string, Party>;
  /** Names of the register by key. */
  readonly systems: ReadonlyMap<string, string>;
  readonly parties: ReadonlyMap<string, string>;
  readonly outlets: ReadonlyMap<string, string>;
  readonly tasks: ReadonlyMap<string, { readonly party: string | null }>;
  /** Until when a statement promised another, by its id. */
  readonly promises: ReadonlyMap<string, Temporal.Instant>;
  /** Of the last headquarters: where it met, and how often it reported. */
  readonly headquarters: { readonly room: string; readonly briefMinutes: number } | undefined;
  /** What kind of people made an inquiry, by its id, where it is known: an audience of statements. */
  readonly inquirers: ReadonlyMap<string, string>;
  /** Why each hypothesis was held, by its id. */
  readonly grounds: ReadonlyMap<string, string>;
  /** Words that are not said to somebody. */
  readonly isWithheld: (text: string) => boolean;
  /** Signals that led to it or joined it, the first to come first. */
  readonly signals: readonly {
    readonly title: string;
    readonly system: string | undefined;
    readonly at: Temporal.Instant;
  }[];
}

/** What belongs together, in the order in which a section tells it. */
export const TOPICS = {
  background: ['setting'],
  // What happened leads; how it was noticed follows.
  detection: ['event', 'noticing'],
  response: [
    'command',
    'decision',
    'work',
    'systems',
    'extent',
    'public',
    'authority',
    'recovery',
    'course',
    'left',
  ],
  cause: ['attack', 'hypothesis', 'reason'],
  measures: ['fix'],
} as const satisfies Record<ClaimSection, readonly string[]>;
export type Topic = (typeof TOPICS)[ClaimSection][number];

/** One sentence of a draft, with the lines that say it. */
export interface Told {
  readonly topic: Topic;
  /** When it happened; undefined where it is of no moment. */
  readonly when?: { readonly at: Temporal.Instant; readonly precision: string } | undefined;
  /** Its words say when, or it is of no moment: nothing stands before it. */
  readonly untimed?: boolean;
  /** Without its time and its full stop; English begins small. */
  readonly text: Hedged;
  readonly seqs: readonly number[];
  /** Begins with what somebody else wrote: its letters stay as they are. */
  readonly quoted?: boolean;
  /** A claim of its own: it is marked, judged or doubted, or has a life of its own. */
  readonly own?: boolean;
  readonly more?: Partial<Pick<Claim, 'times' | 'estimates' | 'outcome' | 'done'>> | undefined;
  /** By what others name it, and what put it right. */
  readonly key?: string;
  readonly later?: { readonly by: string; readonly how: 'revised' | 'overturned' };
  /** Labels of the figure that show it. */
  readonly labels?: readonly string[];
  /** Routine: the first to be counted instead of told where there is too much. */
  readonly routine?: boolean;
}

/** Words of the record in a sentence, as certain as whoever wrote them said. */
export interface Graded {
  readonly words: string | Bilingual;
  readonly certainty: Certainty;
}
