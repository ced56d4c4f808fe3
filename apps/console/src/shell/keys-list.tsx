import './palette.css';
import { Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Bilingual } from '../../../../kernel/language.ts';
import { useSpeech } from '../language.tsx';
import { FIND } from './palette-words.ts';
import { keysOf, placesNow } from './place.ts';

/** A key, or several pressed together, as they are written on the keyboard. */
export const Keys = ({ of }: { of: string }) => (
  <span className="keys">
    {keysOf(of).map((key) => (
      <kbd key={key}>{key}</kbd>
    ))}
  </span>
);

interface Listed {
  readonly name: Bilingual;
  readonly keys: readonly { readonly hotkey: string; readonly word: Bilingual }[];
}

/** Keys that belong to a part of a screen, which hears them only while it has the focus. */
const LISTS: Listed = {
  name: FIND.lists,
  keys: [
    { hotkey: '↑+↓', word: FIND.listMove },
    { hotkey: 'Enter', word: FIND.listOpen },
  ],
};

const here = (): Listed[] =>
  placesNow()
    .map(({ name, acts }) => ({
      name,
      keys: acts.flatMap(({ hotkey, word }) => (hotkey === undefined ? [] : [{ hotkey, word }])),
    }))
    .filter(({ keys }) => keys.length > 0);

/** The keys of the place one is in. Opens whenever it is asked for once more. */
export function KeysList({ asked }: { asked: number }) {
  const { say } = useSpeech();
  const [listed, setListed] = useState<readonly Listed[]>();
  useEffect(() => {
    if (asked > 0) setListed([...here(), LISTS]);
  }, [asked]);
  return (
    <Modal opened={listed !== undefined} onClose={() => setListed(undefined)} title={say(FIND.keys)}>
      {listed?.map(({ name, keys }) => (
        <section key={name.en} className="keys-of">
          <h2>{say(name)}</h2>
          <dl>
            {keys.map(({ hotkey, word }) => (
              <div key={hotkey}>
                <dt>{say(word)}</dt>
                <dd>
                  <Keys of={hotkey} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Modal>
  );
}
