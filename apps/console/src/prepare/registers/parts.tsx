import type { ComponentType } from 'react';
import type { RegisterName } from '../../../../../areas/prepare/register-kinds/words.ts';
import { DeriveFallback } from './derive-fallback.tsx';
import { mayDerive } from './derive-rules.ts';
import type { Value } from './form/shape.ts';
import { OverdueParties } from './overdue-parties.tsx';
import type { OwnOnes } from './own-choices.ts';
import { RosterAhead } from './roster-ahead.tsx';
import { layerChoices, overridesFollowing } from './roster-order.ts';
import { SendSheet } from './send-sheet.tsx';
import { TakeLeave } from './take-leave.tsx';
import type { FIELD_WORDS } from './words.ts';

export interface EntryShown {
  readonly entry: string;
  /** What the entry says. */
  readonly holds: Readonly<Record<string, unknown>>;
  readonly manage: boolean;
  readonly onOpen: (entry: string) => void;
}

/** What a register shows besides its list and its form. */
export interface RegisterParts {
  readonly aboveList?: ComponentType<{
    readonly manage: boolean;
    /** The check whose open entries alone are shown; empty for all. */
    readonly lack: string;
    readonly onLack: (check: string) => void;
  }>;
  /** What of an entry its line in the list says besides its name. */
  readonly fieldsShown?: readonly (keyof typeof FIELD_WORDS)[];
  readonly aboveEntry?: ComponentType<EntryShown>;
  /** What a new entry holds where it is written for something that is missing, as in `cyberAttack.night`. */
  readonly begunFor?: (missing: string) => Value;
  /** The key of an entry, where it says more than its name does. */
  readonly keyOf?: (entry: Value) => string;
  /** What fields point at within the entry itself, by their names. */
  readonly own?: (entry: Value) => OwnOnes;
  /** The entry with what follows from a change of it. */
  readonly following?: (before: Value, after: Value) => Value;
}

export const PARTS: { readonly [N in RegisterName]?: RegisterParts } = {
  leave: { aboveList: ({ manage }) => manage && <TakeLeave />, fieldsShown: ['from', 'until'] },
  parties: {
    aboveList: ({ lack, onLack }) => <OverdueParties lack={lack} onLack={onLack} />,
    fieldsShown: ['kind', 'contact', 'phone'],
    aboveEntry: ({ entry, manage }) => manage && <SendSheet party={entry} />,
  },
  rosters: {
    aboveEntry: ({ entry }) => <RosterAhead roster={entry} />,
    own: (entry) => ({ layer: layerChoices(entry) }),
    following: overridesFollowing,
  },
  fallbacks: {
    fieldsShown: ['scenarios', 'testedOn'],
    aboveEntry: ({ entry, holds, manage, onOpen }) =>
      manage && mayDerive(holds) && <DeriveFallback fallback={entry} onDone={onOpen} />,
  },
  outlets: { fieldsShown: ['audiences'] },
  calendars: { fieldsShown: ['timeZone', 'dayFrom', 'dayUntil'] },
  'call-trees': {
    fieldsShown: ['cause', 'band'],
    begunFor: (cell) => {
      const [cause, band] = cell.split('.');
      return cause && band ? { cause, band } : {};
    },
    keyOf: ({ cause, band }) => `${cause}.${band}`.toLowerCase(),
  },
};
