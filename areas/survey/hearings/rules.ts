import { type Certainty, rankOf } from '../../../kernel/certainty.ts';
import { canonicalJson, fold } from '../../../kernel/text.ts';
import {
  type Absence,
  MOMENTS,
  type Range,
  type ReportContent,
  type ReportTime,
  type Told,
} from '../content/schema.ts';
import type { Place } from '../intake/schema.ts';
import {
  type Account,
  type ClaimSaid,
  type HearingState,
  type NewLine,
  QUESTION_KINDS,
  type Question,
  SECTIONS,
  type Section,
} from './schema.ts';

/** A report of an event with all its versions, the oldest first. */
export interface ReportTold {
  readonly id: string;
  readonly number: number;
  readonly place: Place;
  readonly versions: readonly { readonly version: number; readonly content: ReportContent }[];
}
export interface LineSaid {
  readonly id: string;
  readonly question: string | null;
  readonly certainty: Certainty;
  readonly claims: readonly ClaimSaid[];
}
/** All that is known of an event when it is asked about. */
export interface EventRecord {
  readonly reports: readonly ReportTold[];
  readonly lines: readonly LineSaid[];
  readonly own: readonly { readonly id: string; readonly section: Section; readonly text: string }[];
}

type Held = Told<unknown>;
interface Field {
  readonly path: string;
  readonly section: Section;
  /** Whether reports of different operators speak of the same thing here. */
  readonly shared: boolean;
  /** Prose is told anew in every version; that it reads otherwise is no other account. */
  readonly prose?: true;
}
const field = (section: Section, path: string, shared = false): Field => ({ section, path, shared });
const prose = (section: Section, path: string): Field => ({ section, path, shared: false, prose: true });

/** Every field of a report that can be asked about, with the section its answer belongs to. */
export const ASKED_FIELDS: readonly Field[] = [
  field('background', 'sector'),
  field('background', 'designated'),
  prose('detection', 'outline'),
  field('detection', 'eventType', true),
  ...MOMENTS.map((moment) =>
    field(
      moment === 'judged' || moment === 'restored' ? 'response' : 'detection',
      `times.${moment}`,
      moment === 'occurred',
    ),
  ),
  field('detection', 'effect.service'),
  field('detection', 'effect.around'),
  field('detection', 'effect.users'),
  field('detection', 'effect.machines'),
  field('detection', 'effect.levelMissed'),
  field('detection', 'effect.sectors', true),
  field('response', 'publication'),
  field('cause', 'causes', true),
  field('cause', 'causeText', true),
  prose('measures', 'measures'),
];

const heldAt = (content: ReportContent, path: string): Held =>
  path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], content) as Held;

/** By how much two accounts of a moment may lie apart before they are two. */
const SLACK_SECONDS: Readonly<Record<ReportTime['precision'], number>> = {
  second: 1,
  minute: 60,
  about: 15 * 60,
  hour: 3_600,
  day: 86_400,
  month: 31 * 86_400,
};
const EXACT: readonly ReportTime['precision'][] = ['second', 'minute'];

function sameMoment(one: ReportTime, other: ReportTime): boolean {
  const apart = Temporal.Instant.from(one.at).since(Temporal.Instant.from(other.at)).abs().total('seconds');
  const errors = (one.clockError ?? 0) + (other.clockError ?? 0);
  return apart <= Math.max(SLACK_SECONDS[one.precision], SLACK_SECONDS[other.precision]) + errors;
}
const within = (inner: Range, outer: Range): boolean => outer.low <= inner.low && inner.high <= outer.high;
const asSet = (value: unknown): unknown => (Array.isArray(value) ? value.toSorted() : value);

/** Whether two accounts can both be true: one may be more exact than the other. */
export function agree(path: string, one: unknown, other: unknown): boolean {
  if (path.startsWith('times.') || path.endsWith('.time'))
    return sameMoment(one as ReportTime, other as ReportTime);
  if (path === 'effect.users' || path === 'effect.machines') {
    const [a, b] = [one as Range, other as Range];
    return within(a, b) || within(b, a);
  }
  if (path === 'effect.service' || path === 'effect.around') {
    const [a, b] = [one as { level: number | null }, other as { level: number | null }];
    return a.level === null || b.level === null || a.level === b.level;
  }
  if (path === 'causeText')
    return fold((one as { text: string }).text) === fold((other as { text: string }).text);
  return canonicalJson(asSet(one)) === canonicalJson(asSet(other));
}

const newestOf = ({ versions }: ReportTold): ReportTold['versions'][number] | undefined => versions.at(-1);
const accountOf = ({ id, number, place }: ReportTold, version: number, said: unknown): Account => ({
  reportId: id,
  number,
  place,
  version,
  said,
});

/** What each report says of a field now, and what its earlier versions said that cannot be true beside it. */
function accountsOf(
  report: ReportTold,
  path: string,
  heldIn: (content: ReportContent) => Held | undefined,
): Account[] {
  const newest = newestOf(report);
  const now = newest && heldIn(newest.content);
  if (!newest || !now) return [];
  const others: Account[] = [];
  if (now.is === 'value')
    for (const { version, content } of report.versions.slice(0, -1)) {
      const then = heldIn(content);
      const known = [now, ...others.map(({ said }) => said as Held)];
      if (
        then?.is === 'value' &&
        !known.some((each) => each.is === 'value' && agree(path, each.value, then.value))
      )
        others.push(accountOf(report, version, then));
    }
  return [accountOf(report, newest.version, now), ...others];
}

type Asked = Omit<Question, 'answeredBy' | 'key'>;
const toldIn = ({ said }: Account): unknown => (said as Extract<Held, { is: 'value' }>).value;
const isTold = ({ said }: Account): boolean => (said as Held).is === 'value';

const operatorOf = (report: ReportTold): string => fold(newestOf(report)?.content.operator.name ?? '');

/** Whether accounts that were told contradict each other: within one report always, between two where they speak of the same. */
function contradict(
  path: string,
  told: readonly Account[],
  speakOfSame: (a: Account, b: Account) => boolean,
): boolean {
  return told.some((one, index) =>
    told
      .slice(index + 1)
      .some(
        (other) =>
          (one.reportId === other.reportId || speakOfSame(one, other)) &&
          !agree(path, toldIn(one), toldIn(other)),
      ),
  );
}

/** In which way a field says nothing: what is known and not told counts before what nobody knows. */
const ABSENT_ORDER: readonly Absence[] = ['withheld', 'notKnown', 'withdrawn', 'notStated'];
const absence = (accounts: readonly Account[]): Absence =>
  ABSENT_ORDER.find((each) => accounts.some(({ said }) => (said as Held).is === each)) ?? 'notStated';

/** What is to be asked about one field, if anything: one question, the gravest reason first. */
function aboutField(
  { path, section, shared, prose: isProse }: Field,
  accounts: readonly Account[],
  sameOperator: (a: Account, b: Account) => boolean,
  about = '',
): Asked[] {
  if (accounts.length === 0) return [];
  const asked = (kind: Question['kind'], which: readonly Account[]): Asked[] => [
    { kind, section, path, about, accounts: [...which] },
  ];
  const told = accounts.filter(isTold);
  if (told.length === 0) return asked(absence(accounts), accounts);
  if (!isProse && contradict(path, told, (a, b) => shared || sameOperator(a, b)))
    return asked('differing', told);
  if (path.startsWith('times.') || path.endsWith('.time')) {
    const exact = told.some((each) => EXACT.includes((toldIn(each) as ReportTime).precision));
    return exact ? [] : asked('imprecise', told);
  }
  const tellers = new Set(told.map(({ reportId }) => reportId));
  return path === 'causeText' && tellers.size === 1 ? asked('singleSource', told) : [];
}

type Step = ReportContent['steps'][number];
const stepIn = (content: ReportContent, id: string): Step | undefined =>
  content.steps.find((each) => each.id === id && each.withdrawn === undefined);

const standingSteps = (report: ReportTold): Step[] =>
  newestOf(report)?.content.steps.filter(({ withdrawn }) => withdrawn === undefined) ?? [];

/** What is to be asked about the steps one report tells, unless an earlier one told them as well: who, when, what came of it. */
function aboutSteps(report: ReportTold, earlier: readonly ReportTold[]): Asked[] {
  const newest = newestOf(report);
  if (!newest) return [];
  const before = new Set(earlier.flatMap((each) => standingSteps(each).map(({ text }) => fold(text))));
  return standingSteps(report)
    .filter(({ text }) => !before.has(fold(text)))
    .flatMap((step): Asked[] => {
      const path = `steps.${step.id}`;
      const now = (said: unknown): Account => accountOf(report, newest.version, said);
      const of = (kind: Question['kind'], at: string, accounts: Account[]): Asked => ({
        kind,
        section: 'response',
        path: at,
        about: step.text,
        accounts,
      });
      const by: Asked[] = step.by === '' ? [of('notStated', `${path}.by`, [now({ is: 'notStated' })])] : [];
      const time = aboutField(
        { path: `${path}.time`, section: 'response', shared: false },
        accountsOf(report, `${path}.time`, (content) => stepIn(content, step.id)?.time),
        () => false,
        step.text,
      );
      const outcomes = accountsOf(report, path, (content) => {
        const outcome = stepIn(content, step.id)?.outcome;
        return outcome && (outcome === 'unknown' ? { is: 'notKnown' } : { is: 'value', value: outcome });
      });
      const effect: Asked[] = contradict(path, outcomes.filter(isTold), () => false)
        ? [of('differing', path, outcomes)]
        : step.outcome === 'effective'
          ? []
          : [of('noEffect', path, [now({ is: 'value', value: step.outcome })])];
      return [...by, ...time, ...effect];
    });
}

/** Sections nothing of which any report tells and no field asks about. */
function aboutEmpty({ reports, lines }: EventRecord): Asked[] {
  const contents = reports.flatMap((report) => newestOf(report)?.content ?? []);
  const standing = (list: 'steps' | 'parties' | 'systems'): boolean =>
    contents.some((content) => content[list].some(({ withdrawn }) => withdrawn === undefined));
  const filled: Readonly<Partial<Record<Section, boolean>>> = {
    background: standing('parties') || standing('systems'),
    response: standing('steps'),
    // No field of a report asks what was learned.
    lessons: false,
  };
  const claimed = new Set(lines.flatMap(({ claims }) => claims.map(({ section }) => section)));
  return SECTIONS.filter((section) => filled[section] === false && !claimed.has(section)).map((section) => ({
    kind: 'empty',
    section,
    path: section,
    about: '',
    accounts: [],
  }));
}

const PLACE_ORDER: readonly Place[] = ['primary', 'supplement'];
const inOrder = (reports: readonly ReportTold[]): ReportTold[] =>
  reports.toSorted(
    (a, b) =>
      PLACE_ORDER.indexOf(a.place) - PLACE_ORDER.indexOf(b.place) ||
      a.number - b.number ||
      (a.id < b.id ? -1 : 1),
  );

/**
 * What a hearing has to find out, made from the record alone: each field of an event asks once, for the gravest of its
 * reasons. A line that answers "not known" leaves its question open.
 */
export function questionsOf(record: EventRecord): Question[] {
  const reports = inOrder(record.reports);
  const operators = new Map(reports.map((report) => [report.id, operatorOf(report)]));
  const sameOperator = (a: Account, b: Account): boolean =>
    operators.get(a.reportId) === operators.get(b.reportId);
  const fields = ASKED_FIELDS.flatMap((each) =>
    aboutField(
      each,
      reports.flatMap((report) => accountsOf(report, each.path, (content) => heldAt(content, each.path))),
      sameOperator,
    ).map((asked) => ({ ...asked, key: each.path })),
  );
  const steps = reports.flatMap((report, at) =>
    aboutSteps(report, reports.slice(0, at)).map((asked) => ({
      ...asked,
      key: `${report.id}.${asked.path}`,
    })),
  );
  const own = record.own.map(({ id, section, text }) => ({
    key: `added.${id}`,
    kind: 'added' as const,
    section,
    path: '',
    about: text,
    accounts: [],
  }));
  const all = [
    ...fields,
    ...steps,
    ...aboutEmpty({ ...record, reports }).map((asked) => ({ ...asked, key: `section.${asked.path}` })),
    ...own,
  ];
  const place = ({ section, kind }: Asked): number =>
    SECTIONS.indexOf(section) * QUESTION_KINDS.length + QUESTION_KINDS.indexOf(kind);
  return all
    .toSorted((a, b) => place(a) - place(b))
    .map((asked) => ({
      ...asked,
      answeredBy: record.lines
        .filter(({ question, certainty }) => question === asked.key && certainty !== 'unknown')
        .map(({ id }) => id),
    }));
}

export const openQuestions = (questions: readonly Question[]): Question[] =>
  questions.filter(({ answeredBy }) => answeredBy.length === 0);

export const HEARING_TURNS = ['open', 'complete', 'reopen'] as const;
export type HearingTurn = (typeof HEARING_TURNS)[number];
/** What leads where; null where there is no way. What was confirmed is not opened again, whatever this says. */
const TURNS: Readonly<Record<HearingTurn, Readonly<Record<HearingState, HearingState | null>>>> = {
  open: { planned: 'open', open: null, completed: null, cancelled: null },
  complete: { planned: null, open: 'completed', completed: null, cancelled: null },
  reopen: { planned: null, open: null, completed: 'open', cancelled: null },
};
export const turned = (state: HearingState, turn: HearingTurn): HearingState | null => TURNS[turn][state];

/** What is taken from a line unless somebody says: the answer itself, for the section that asked. */
export function claimsFrom(
  { text, certainty, claims }: Pick<NewLine, 'text' | 'certainty' | 'claims'>,
  answers: Question | undefined,
): ClaimSaid[] {
  if (claims) return [...claims];
  return answers && certainty !== 'unknown'
    ? [{ section: answers.section, text, certainty, happened: null }]
    : [];
}

/** Nothing is taken from a line more surely than it was said (C0-M17). */
export const tooCertain = (certainty: Certainty, claims: readonly ClaimSaid[]): number =>
  claims.findIndex((claim) => rankOf(claim.certainty) > rankOf(certainty));

/** Why drafting has to wait (C0-M3): heard in full, and the operator agreed to cooperate. */
export function lacksForDraft(
  hearings: readonly { readonly state: HearingState; readonly cooperation: unknown }[],
): 'hearing' | 'cooperation' | undefined {
  if (!hearings.some(({ state }) => state === 'completed')) return 'hearing';
  return hearings.some(({ state, cooperation }) => state !== 'cancelled' && cooperation)
    ? undefined
    : 'cooperation';
}
