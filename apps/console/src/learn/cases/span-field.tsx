import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { type Span, spanOf, spanWords } from '../../../../../areas/learn/cases/spans/rules.ts';
import { useSpeech } from '../../language.tsx';
import { CASE_WORDS } from './undo-place.ts';
import { CASE } from './words.ts';

interface Props extends Omit<TextInputProps, 'value' | 'onChange'> {
  readonly value: Span | undefined;
  readonly onChange: (value: Span | undefined) => void;
  /** Nothing written is an answer too. */
  readonly optional?: boolean;
}

/** A length of time as people write it; until it is understood, what was there before stays. */
export function SpanField({ value, onChange, optional = false, ...rest }: Props) {
  const { say, language } = useSpeech();
  const [typed, setTyped] = useState<{ words: string; made: Span | undefined }>();
  const same = (a: Span | undefined, b: Span | undefined) =>
    a?.after === b?.after && a?.precision === b?.precision;
  // What was undone meanwhile, or written by somebody else, is shown instead of what was typed.
  const own = typed && same(typed.made, value) ? typed.words : undefined;
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
      onBlur={() => fault || setTyped(undefined)}
      onChange={({ currentTarget: { value: words } }) => {
        const read = optional && words === '' ? undefined : (spanOf(words) ?? value);
        setTyped({ words, made: read });
        if (!same(read, value)) onChange(read);
      }}
    />
  );
}
