import type { KeyboardEvent, SyntheticEvent } from 'react';
import type { Hedged } from '../../../../../kernel/certainty.ts';
import { partsOf } from '../../../../../kernel/hedges.ts';
import type { Language } from '../../../../../kernel/language.ts';
import { CASE_WORDS } from './undo-place.ts';

interface Props {
  readonly text: Hedged;
  readonly language: Language;
  readonly label: string;
  /** The other language beneath. */
  readonly ghost?: boolean;
  readonly placeholder?: string;
  /** The list of a menu that is open for it, and the chosen line. */
  readonly menu?: { readonly list: string; readonly line: string } | undefined;
  readonly onText: (words: string, field: HTMLTextAreaElement) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  readonly onSelect?: (event: SyntheticEvent<HTMLTextAreaElement>) => void;
}

/** A paragraph that is written on in place: as high as its words, with what is in doubt marked behind them. */
export function ProseField(props: Props) {
  const { text, language, label, ghost = false, placeholder, menu, onText, onKeyDown, onSelect } = props;
  return (
    <div className="prose-field" data-ghost={ghost} lang={language}>
      <div className="prose-mirror" aria-hidden>
        {partsOf(text, language).map(({ text: words, certainty }, i) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
          certainty ? <mark key={i}>{words}</mark> : <span key={i}>{words}</span>,
        )}
        {/* A line is as high as this while nothing is written, and the caret can be asked for behind the last letter. */}
        {'\u200b'}
      </div>
      <textarea
        {...CASE_WORDS}
        rows={1}
        data-language={language}
        data-ghost={ghost}
        aria-label={label}
        aria-controls={menu?.list}
        aria-activedescendant={menu?.line}
        placeholder={placeholder}
        value={text[language]}
        onChange={({ currentTarget }) => onText(currentTarget.value, currentTarget)}
        onKeyDown={onKeyDown}
        onSelect={onSelect}
      />
    </div>
  );
}
