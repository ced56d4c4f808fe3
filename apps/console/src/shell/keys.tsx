import { Suspense, useReducer } from 'react';
import { useSpeech } from '../language.tsx';
import { Boundary } from '../ui/boundary.tsx';
import { lazyPart } from '../ui/lazy-part.tsx';
import { W, words } from '../words.ts';
import { usePlace } from './place.ts';

const KeysList = lazyPart(() => import('./keys-list.tsx'), 'KeysList');
const HERE = words({
  everywhere: { ja: 'すべての画面', en: 'Everywhere' },
  speak: { ja: '英語表示に切り替え', en: 'Switch to Japanese' },
  keys: { ja: 'キーボードショートカット', en: 'Keyboard shortcuts' },
});

/** The keys that work everywhere, and `?`, which lists those of the place one is in. */
export function KeysEverywhere({ find }: { find: () => void }) {
  const { language, speak } = useSpeech();
  const [asked, ask] = useReducer((times: number) => times + 1, 0);
  usePlace(HERE.everywhere, [
    // It opens while one writes a note, too.
    { key: 'find', word: W.palette, run: find, hotkey: 'mod+K', whileTyping: true, unlisted: true },
    { key: 'language', word: HERE.speak, run: () => speak(language === 'ja' ? 'en' : 'ja') },
    { key: 'keys', word: HERE.keys, run: ask, hotkey: 'shift+?' },
  ]);
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
