import './code-block.css';
import { Button, CopyButton } from '@mantine/core';
import { useId } from 'react';
import { useSpeech } from '../language.tsx';
import { W } from '../words.ts';

/** Text for a terminal or a file: as it is to be typed, with a button that copies it. */
export function CodeBlock({ title, text }: { title: string; text: string }) {
  const { say } = useSpeech();
  const id = useId();
  return (
    <div className="code-block">
      <div className="code-block-head">
        <span id={id}>{title}</span>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button variant="default" size="compact-md" onClick={copy} aria-describedby={id}>
              {say(copied ? W.copied : W.copy)}
            </Button>
          )}
        </CopyButton>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <section tabIndex={0} aria-labelledby={id}>
        <pre>{text}</pre>
      </section>
    </div>
  );
}
