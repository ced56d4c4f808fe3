import './parts.css';
import { Title } from '@mantine/core';
import { InLanguage, useSpeech } from '../language.tsx';
import { Showcase } from './showcase.tsx';
import { TITLES } from './titles.ts';

/** Every part of the console in every state, in both languages side by side; the browser tests keep its pictures. */
export function PartsPage() {
  const { say } = useSpeech();
  return (
    <div className="page">
      <Title order={1}>{say(TITLES.parts)}</Title>
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
