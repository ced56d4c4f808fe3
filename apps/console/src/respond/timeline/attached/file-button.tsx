import { ActionIcon } from '@mantine/core';
import { useRef } from 'react';
import { useSpeech } from '../../../language.tsx';
import { IconPaperclip } from '../../../ui/icons.ts';
import { ATTACHED } from './words.ts';

/** Chooses files from the device. */
export function FileButton({ onFiles }: { onFiles: (files: Iterable<File>) => void }) {
  const { say } = useSpeech();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={say(ATTACHED.attach)}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          // The same file may be chosen again.
          event.currentTarget.value = '';
        }}
      />
      <ActionIcon
        className="composer-attach"
        aria-label={say(ATTACHED.attach)}
        title={say(ATTACHED.hint)}
        onClick={() => input.current?.click()}
      >
        <IconPaperclip size={18} />
      </ActionIcon>
    </>
  );
}
