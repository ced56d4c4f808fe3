/** What folding looks at of a line. */
export interface Foldable {
  readonly seq: number;
  readonly kind: string;
  readonly at: string;
  readonly recordedAt: string;
  readonly actor: { readonly kind: string; readonly id: string };
  readonly body: Readonly<Record<string, unknown>>;
}

/** How a call stands; `unknown` where too little of it has been read to say. */
export type CallState = 'calling' | 'answered' | 'unanswered' | 'ended' | 'unknown';

/** One call: everything from its first message to its answer. */
export interface Call<L> {
  readonly id: string;
  readonly state: CallState;
  /** Who is asked now, or answered last. */
  readonly personId: string | undefined;
  /** The how-manieth step of how many; 0 where the beginning has not been read. */
  readonly step: number;
  readonly steps: number;
  /** What became of the last message. */
  readonly message: string | undefined;
  /** What it is about, such as `role:communications`; empty for the incident itself. */
  readonly topic: string;
  /** The role's or the task's name. */
  readonly about: string;
  /** Its beginning is among what has been read. */
  readonly whole: boolean;
  /** The newest first. */
  readonly lines: readonly L[];
}

const MESSAGE = [
  'page.attempted',
  'page.held',
  'page.accepted',
  'page.delivered',
  'page.seen',
  'page.failed',
] as const;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);

type Told = Omit<Call<never>, 'id' | 'lines'>;

const UNREAD: Told = {
  state: 'unknown',
  personId: undefined,
  step: 0,
  steps: 0,
  message: undefined,
  topic: '',
  about: '',
  whole: false,
};

/** What a call has come to, read from its lines in the order in which they were written. */
export function callOf<L extends Foldable>(id: string, lines: readonly L[]): Call<L> {
  const told = lines.toSorted((a, b) => a.seq - b.seq).reduce<Told>(after, UNREAD);
  return { id, ...told, lines };
}

function after(told: Told, { kind, body }: Foldable): Told {
  const personId = textOf(body['personId']) || undefined;
  // A message that was under way when somebody answered says no more than what became of it.
  const settled = told.state === 'answered' || told.state === 'ended';
  switch (kind) {
    case 'page.started':
      return {
        ...told,
        state: 'calling',
        step: 1,
        steps: Array.isArray(body['steps']) ? body['steps'].length : 0,
        topic: textOf(body['topic']),
        about: textOf(body['about']),
        whole: true,
      };
    case 'page.attempted':
      return {
        ...told,
        ...(!settled && { state: 'calling', personId }),
        step: numberOf(body['step']) + 1,
        message: kind,
      };
    case 'page.escalated':
      return { ...told, state: 'calling', step: numberOf(body['step']) + 1 };
    case 'page.resumed':
      return { ...told, state: 'calling' };
    case 'page.acknowledged':
      return {
        ...told,
        state: numberOf(body['answers']) < numberOf(body['needed']) ? 'calling' : 'answered',
        personId: personId ?? told.personId,
      };
    case 'page.exhausted':
      return { ...told, state: 'unanswered', personId: undefined };
    case 'page.stopped':
      return { ...told, state: 'ended' };
    default:
      return MESSAGE.some((each) => each === kind) ? { ...told, message: kind } : told;
  }
}

/** Of calls that went out together: how many were answered, how many not, and how many ended without. */
export function countsOf(calls: readonly Pick<Call<unknown>, 'state'>[]): {
  readonly answered: number;
  readonly unanswered: number;
  readonly ended: number;
} {
  const of = (...states: CallState[]) => calls.filter(({ state }) => states.includes(state)).length;
  return {
    answered: of('answered'),
    unanswered: of('calling', 'unanswered', 'unknown'),
    ended: of('ended'),
  };
}
