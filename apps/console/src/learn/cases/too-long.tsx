import { longestIn, overlong } from '../../../../../areas/learn/cases/limits/rules.ts';
import { type Bilingual, LANGUAGES } from '../../../../../kernel/language.ts';
import { useSpeech } from '../../language.tsx';
import { CASE } from './words.ts';

/** That a text is longer than can be saved, as soon as it is: nothing that was written or pasted is cut off. */
export function TooLong({ text, longest }: { text: Bilingual; longest: number }) {
  const { say, labelled } = useSpeech();
  const over = overlong(text, longest);
  return (
    <>
      {LANGUAGES.filter((each) => over[each]).map((each) => (
        <p key={each} role="status" className="prose-note" data-severity="error">
          {labelled(
            say(each === 'ja' ? CASE.inJapanese : CASE.inEnglish),
            say(CASE.tooLong, { n: longestIn(each, longest), now: over[each]?.now ?? 0 }),
          )}
        </p>
      ))}
    </>
  );
}
