import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useReducer } from 'react';
import { useSpeech } from '../language.tsx';
import { Boundary } from '../ui/boundary.tsx';
import { lazyPart } from '../ui/lazy-part.tsx';
import { undoLast } from '../ui/toast/after-act.ts';
import { W, words } from '../words.ts';
import { usePlace } from './place.ts';

const KeysList = lazyPart(() => import('./keys-list.tsx'), 'KeysList');
const HERE = words({
  everywhere: { ja: 'すべての画面', en: 'Everywhere' },
  speak: { ja: '英語表示に切り替え', en: 'Switch to Japanese' },
  keys: { ja: 'キーボードショートカット', en: 'Keyboard shortcuts' },
  undo: { ja: '直前の操作の取り消し', en: 'Undo the last action' },
});

/** The keys that work everywhere, and `?`, which lists those of the place one is in. */
export function KeysEverywhere({ find }: { find: () => void }) {
  const { language, speak } = useSpeech();
  const client = useQueryClient();
  const [asked, ask] = useReducer((times: number) => times + 1, 0);
  usePlace(
    HERE.everywhere,
    [
      // It opens while one writes a note, too.
      { key: 'find', word: W.palette, run: find, hotkey: 'mod+K', whileTyping: true, unlisted: true },
      { key: 'language', word: HERE.speak, run: () => speak(language === 'ja' ? 'en' : 'ja') },
      { key: 'keys', word: HERE.keys, run: ask, hotkey: 'shift+?' },
      { key: 'undo', word: HERE.undo, run: () => void undoLast(client), hotkey: 'mod+Z' },
    ],
    'everywhere',
  );
  return (
    <Boundary>
      {' '}
      {asked > 0 && (
        <Suspense>
          <KeysList asked={asked} />
        </Suspense>
      )}
    </Boundary>
  );
}
