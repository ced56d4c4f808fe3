import { Title } from '@mantine/core';
import type { Bilingual } from '../../../../kernel/language.ts';
import { useSpeech } from '../language.tsx';
import { ButtonLink } from '../ui/links.tsx';
import { Empty } from '../ui/query-state.tsx';
import { W } from '../words.ts';

/** A room whose things are not built yet says what will be in it. */
export function EmptyRoom({ title, text }: { title: Bilingual; text: Bilingual }) {
  const { say } = useSpeech();
  return (
    <div className="page">
      <Title order={1}>{say(title)}</Title>
      <Empty text={say(text)}>
        <ButtonLink to="/respond" variant="default">
          {say(W.seeIncidents)}
        </ButtonLink>
      </Empty>
    </div>
  );
}

export function NotFound() {
  const { say } = useSpeech();
  return (
    <div className="page">
      <Empty text={say(W.notFound)}>
        <ButtonLink to="/" variant="default">
          {say(W.now)}
        </ButtonLink>
      </Empty>
    </div>
  );
}
