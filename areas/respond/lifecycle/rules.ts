import type { FieldFault } from '../../../kernel/errors.ts';
import type { Bilingual } from '../../../kernel/language.ts';
import type { IncidentState } from '../incidents/schema.ts';
import type { LeftName, LeftWhy } from './schema.ts';

export type Turning = 'resolve' | 'reopen' | 'close';

/** What each act does in each state; null: not possible. Complete by type. */
export const TURNS: Readonly<Record<IncidentState, Readonly<Record<Turning, IncidentState | null>>>> = {
  open: { resolve: 'resolved', reopen: null, close: null },
  resolved: { resolve: null, reopen: 'open', close: 'closed' },
  closed: { resolve: null, reopen: 'open', close: null },
};

/** Something that would stay as it is when an incident is resolved or closed. */
export interface Left {
  readonly name: LeftName;
  readonly what: Bilingual;
}

/** What nobody has given a reason for, each as a field to fill in. */
export const unanswered = (left: readonly Left[], why: LeftWhy): FieldFault[] =>
  left
    .filter(({ name }) => (why[name] ?? '') === '')
    .map(({ name, what }) => ({
      field: `left.${name}`,
      mend: {
        ja: `${what.ja}。対応するか、このままにする理由を入力してください`,
        en: `${what.en}. Resolve it, or give a reason for leaving it`,
      },
    }));
