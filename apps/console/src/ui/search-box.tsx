import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useSpeech } from '../language.tsx';
import { W } from '../words.ts';
import { IconSearch } from './icons.ts';

/** Text stays here while a Japanese word is being composed; only settled text reaches the address. */
export function SearchBox({ value, onCommit }: { value: string; onCommit: (value: string) => void }) {
  const { say } = useSpeech();
  const [text, setText] = useState(value);
  const sent = useRef(value);
  const commit = useDebouncedCallback((next: string) => {
    sent.current = next;
    onCommit(next);
  }, 100);
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setText(value);
  }, [value]);
  return (
    <TextInput
      type="search"
      aria-label={say(W.search)}
      placeholder={say(W.search)}
      leftSection={<IconSearch size={14} aria-hidden />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        if (!(event.nativeEvent as InputEvent).isComposing) commit(event.currentTarget.value);
      }}
      onCompositionEnd={(event) => commit(event.currentTarget.value)}
    />
  );
}
