import { inEach, type Language } from '../../../kernel/language.ts';

/** So long from noticing to a headquarters where no plan says otherwise (C9-N1). */
export const USUAL_TARGET_MINUTES = 5;

export interface Clock {
  readonly seconds: number;
  /** 5:00 is met, 5:01 is late. */
  readonly met: boolean;
}

/** Known only to the hour or the day, a clock of minutes would measure what nobody knows. */
const EXACT: readonly string[] = ['second', 'minute'];

/**
 * How long it took from noticing to being set up, in whole seconds, against the target (C9-R5); undefined where nobody can
 * say: either is known too roughly, or is said to have been after.
 */
export function clockOf(
  noticed: { readonly at: Temporal.Instant; readonly precision: string },
  setUp: { readonly at: Temporal.Instant; readonly precision: string },
  targetMinutes: number,
): Clock | undefined {
  const seconds = Math.floor(setUp.at.since(noticed.at).total('seconds'));
  if (seconds < 0 || !EXACT.includes(noticed.precision) || !EXACT.includes(setUp.precision)) return undefined;
  return { seconds, met: seconds <= targetMinutes * 60 };
}

interface Wanted {
  readonly convene: string | null;
  readonly level: number;
  readonly anyway: boolean;
}
interface Last {
  readonly state: string;
  readonly level: number;
  readonly lowLevel: number | null;
}

/** Below every level: the criteria do not ask for a headquarters. */
const NOT_WANTED = -1;
const wantedLevel = ({ convene, level }: Wanted): number => (convene === 'headquarters' ? level : NOT_WANTED);
/** The criteria, or a task, ask for one. */
export const isWanted = ({ convene, anyway }: Wanted): boolean => anyway || convene === 'headquarters';
const lowOf = ({ level, lowLevel }: Last): number => Math.min(level, lowLevel ?? level);

/**
 * Whether a headquarters is to be proposed. One that stands or is proposed already is enough; one that was declined or stood
 * down is proposed again when things have become graver, or the criteria hold again after they did not (C8-R2).
 */
export const isToPropose = (wanted: Wanted, last: Last | undefined): boolean => {
  if (last?.state === 'proposed' || last?.state === 'standing') return false;
  if (wanted.anyway) return true;
  return wanted.convene === 'headquarters' && (last === undefined || wanted.level > lowOf(last));
};

/** How low the level has been since the last one ended, where that is news. */
export function newLow(wanted: Wanted, last: Last): number | undefined {
  if (last.state === 'proposed' || last.state === 'standing') return undefined;
  const now = wantedLevel(wanted);
  return now < lowOf(last) ? now : undefined;
}

export interface BriefSource {
  readonly title: string;
  readonly severity: number;
  readonly since: string;
  readonly entries: readonly { readonly text: string; readonly clock: string }[];
  readonly openTasks: readonly string[];
  readonly decisions: readonly string[];
}

const MOST_ENTRIES = 5;

const BRIEF = {
  severity: { ja: '深刻度', en: 'severity' },
  known: { ja: '状況', en: 'Known facts' },
  inHand: { ja: '対応中', en: 'In progress' },
  decided: { ja: '決定', en: 'Decisions' },
} as const;

/**
 * What executives are told at each interval, as a draft for somebody to finish: what happened, what is done, what was
 * decided.
 * @param languages in which they read
 */
export function draftBrief(
  { title, severity, since, entries, openTasks, decisions }: BriefSource,
  languages: readonly Language[],
): string {
  const list = (heading: keyof typeof BRIEF, items: readonly string[]): string[] => [
    `■ ${inEach(languages, BRIEF[heading])}`,
    ...(items.length > 0 ? items.map((item) => `・${item}`) : ['・―']),
    '',
  ];
  return [
    `${title}（${inEach(languages, BRIEF.severity)} ${severity}、${since}〜）`,
    '',
    ...list(
      'known',
      entries.slice(-MOST_ENTRIES).map(({ clock, text }) => `${clock} ${text}`),
    ),
    ...list('inHand', openTasks),
    ...list('decided', decisions),
  ]
    .join('\n')
    .trim();
}
