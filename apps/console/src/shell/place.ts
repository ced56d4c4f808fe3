import { useHotkeys } from '@mantine/hooks';
import { useEffect, useMemo, useRef } from 'react';
import type { Bilingual } from '../../../../kernel/language.ts';
import { isPress, ownerOf } from './owner.ts';

/** Something that can be done where one is: offered by Ctrl-K, and by its own key where it has one. */
export interface PlaceAct {
  readonly key: string;
  readonly word: Bilingual;
  readonly run: () => void;
  /** As in `T`, `mod+S`; not heard while one types or a dialog has the focus. */
  readonly hotkey?: string;
  /** Heard while one types as well: for keys that no text is written with. */
  readonly whileTyping?: true;
  /** Goes on for as long as its key is held down, as moving does; any other act is done once. */
  readonly repeats?: true;
  /** A key alone: Ctrl-K does not offer it. */
  readonly unlisted?: true;
  /** Whether its key is meant where the focus is; where it is not, the browser's own way stays. */
  readonly hears?: () => boolean;
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
type Bound = [string, (event: KeyboardEvent) => void, { preventDefault: false }];
const bound = (place: Place, acts: readonly PlaceAct[], whileTyping: boolean): Bound[] =>
  acts.flatMap(({ hotkey, run, hears = () => true, whileTyping: always, ...how }): Bound[] => {
    if (hotkey === undefined || (always === true) !== whileTyping) return [];
    const act = (event: KeyboardEvent): void => {
      if (ownerOf(places, hotkey) !== place || !hears()) return;
      event.preventDefault();
      if (isPress(event, how) && (whileTyping || !inDialog())) run();
    };
    return [[hotkey, act, { preventDefault: false }]];
  });

/**
 * The one registry of acts and keys: a screen says what can be done while it is shown. Its keys work, `?` lists them and
 * Ctrl-K offers each act by its word. A key that several know is the innermost one's.
 */
export function usePlace(name: Bilingual, acts: readonly PlaceAct[], extent?: 'everywhere'): void {
  const latest = useRef(acts);
  const place = useMemo((): Place => ({ name, acts: () => latest.current }), [name]);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    if (extent === 'everywhere') places.unshift(place);
    else places.push(place);
    return () => {
      places.splice(places.indexOf(place), 1);
    };
  }, [place, extent]);
  useHotkeys(bound(place, acts, false));
  useHotkeys(bound(place, acts, true), []);
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
