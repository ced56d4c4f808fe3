import './said.css';
import type { Hedged } from '../../../../../kernel/certainty.ts';
import { partsOf } from '../../../../../kernel/hedges.ts';
import { useSpeech } from '../../language.tsx';

/** A text as it is printed: what is in doubt is underlined, and says its grade itself or in a mark after it. */
export function Said({ text }: { text: Hedged }) {
  const { language } = useSpeech();
  return partsOf(text, language).map(({ text: words, certainty, mark }, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
    <span key={i}>
      {certainty && words ? <span className="doubt">{words}</span> : words}
      {mark && <span className="doubt-mark"> {mark}</span>}
    </span>
  ));
}
