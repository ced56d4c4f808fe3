import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { type Span, spanOf, spanWords } from '../../../../../areas/learn/cases/spans/rules.ts';
import { useSpeech } from '../../language.tsx';
import { CASE_WORDS } from './undo-place.ts';
import { CASE } from './words.ts';

interface Props extends Omit<TextInputProps, 'value' | 'onChange'> {
  readonly value: Span | undefined;
  readonly onChange: (value: Span | undefined) => void;
  /** What becomes of it beside another that is kept with the same precision. */
  readonly kept?: (span: Span) => Span;
  /** Nothing written is an answer too. */
  readonly optional?: boolean;
}

/** A length of time as people write it; until it is understood, what was there before stays. */
export function SpanField({ value, onChange, kept = (span) => span, optional = false, ...rest }: Props) {
  const { say, language } = useSpeech();
  const [typed, setTyped] = useState<{ words: string; made: Span | undefined }>();
  const [composing, setComposing] = useState(false);
  const same = (a: Span | undefined, b: Span | undefined) =>
    a?.after === b?.after && a?.precision === b?.precision;
  // What was undone meanwhile, or written by somebody else, is shown instead of what was typed; not while a word is composed.
  const own = typed && (composing || same(typed.made, value)) ? typed.words : undefined;
  const shown = own ?? (value ? spanWords(value, language) : '');
  const fault =
    own === undefined || (optional && own === '') || spanOf(own) ? undefined : say(CASE.spanFault);
  return (
    <TextInput
      {...rest}
      // Until it is understood, its words are in this field only.
      {...(!fault && CASE_WORDS)}
      value={shown}
      placeholder={say(CASE.spanExample)}
      error={fault}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      onBlur={() => fault || setTyped(undefined)}
      onChange={({ currentTarget: { value: words } }) => {
        const read = spanOf(words);
        const understood = read !== undefined || (optional && words === '');
        setTyped({ words, made: understood ? read && kept(read) : value });
        if (understood) onChange(read);
      }}
    />
  );
}
