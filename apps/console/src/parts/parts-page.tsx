import './parts.css';
import { Title } from '@mantine/core';
import { InLanguage, useSpeech } from '../language.tsx';
import { Showcase } from './showcase.tsx';
import { PARTS } from './words.ts';

/** Every part of the console in every state, in both languages side by side; the browser tests keep its pictures. */
export function PartsPage() {
  const { say } = useSpeech();
  return (
    <div className="page">
      <Title order={1}>{say(PARTS.title)}</Title>
      <div className="parts">
        <InLanguage language="ja">
          <Showcase />
        </InLanguage>
        <InLanguage language="en">
          <Showcase />
        </InLanguage>
      </div>
    </div>
  );
}
