import { useHotkeys } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import type { Bilingual } from '../../../../kernel/language.ts';

/** Something that can be done where one is: offered by Ctrl-K, and by its own key where it has one. */
export interface PlaceAct {
  readonly key: string;
  readonly word: Bilingual;
  readonly run: () => void;
  /** As in `T`, `mod+S`; not heard while one types or a dialog has the focus. */
  readonly hotkey?: string;
  /** Heard while one types as well: for keys that no text is written with. */
  readonly whileTyping?: true;
  /** A key alone: Ctrl-K does not offer it. */
  readonly unlisted?: true;
}

interface Place {
  readonly name: Bilingual;
  readonly acts: () => readonly PlaceAct[];
}

const places: Place[] = [];

/** Where one is, the innermost first, with what can be done there now. */
export const placesNow = (): readonly { readonly name: Bilingual; readonly acts: readonly PlaceAct[] }[] =>
  places.toReversed().map(({ name, acts }) => ({ name, acts: acts() }));

/** A dialog that has the focus asks something: what lies behind it hears no letters. */
const inDialog = (): boolean => document.activeElement?.closest('[aria-modal="true"]') != null;
const bound = (acts: readonly PlaceAct[], whileTyping: boolean): [string, (event: KeyboardEvent) => void][] =>
  acts.flatMap(({ hotkey, run, whileTyping: always }) =>
    hotkey !== undefined && (always === true) === whileTyping
      ? [[hotkey, ({ isComposing }) => !isComposing && (whileTyping || !inDialog()) && run()]]
      : [],
  );

/**
 * The one registry of acts and keys: a screen says what can be done while it is shown. Its keys work, `?` lists them and
 * Ctrl-K offers each act by its word.
 */
export function usePlace(name: Bilingual, acts: readonly PlaceAct[]): void {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    const place = { name, acts: () => latest.current };
    places.push(place);
    return () => {
      places.splice(places.indexOf(place), 1);
    };
  }, [name]);
  useHotkeys(bound(acts, false));
  useHotkeys(bound(acts, true), []);
}

const APPLE = /mac|iphone|ipad/i;
/** A key as it is written on the keyboard in front of one. */
export const keysOf = (hotkey: string): string[] =>
  hotkey
    .split('+')
    .filter((key, at, all) => !(key === 'shift' && all[at + 1] === '?'))
    .map((key) =>
      key === 'mod' ? (APPLE.test(navigator.userAgent) ? '⌘' : 'Ctrl') : key === 'shift' ? 'Shift' : key,
    );
