import { Alert, Button, Group, Text } from '@mantine/core';
import { CatchBoundary } from '@tanstack/react-router';
import { Children, type ReactNode } from 'react';
import { useSpeech } from '../language.tsx';
import { W } from '../words.ts';
import { useRound, useTryAgain } from './failure.ts';
import { FAILURE } from './failure-words.ts';
import { PartMissing } from './lazy-part.tsx';

/** What goes wrong while a card is drawn stays within it; everything around goes on. `of` is whose failure it would be. */
export function Boundary({ of = '', children }: { of?: string; children: ReactNode }) {
  const round = useRound();
  return (
    <CatchBoundary getResetKey={() => `${of} ${round}`} errorComponent={CardFailure}>
      {children}
    </CatchBoundary>
  );
}

/** Cards one below or beside the other, each on its own should it fail. */
export const Bounded = ({ children }: { children: ReactNode }): ReactNode =>
  Children.map(children, (card) => (card ? <Boundary>{card}</Boundary> : card));

function CardFailure({ error, reset }: { error: unknown; reset: () => void }) {
  const { say } = useSpeech();
  const again = useTryAgain(error, reset);
  const missing = error instanceof PartMissing;
  return (
    <Alert color="red" role="alert" title={say(missing ? FAILURE.missing : FAILURE.card)}>
      <Text mb="xs">{say(missing ? FAILURE.missingWhy : FAILURE.cardWhy)}</Text>
      <Group gap="sm">
        <Button variant="default" onClick={() => void again()}>
          {say(W.retry)}
        </Button>
        {missing && <ReloadButton />}
      </Group>
    </Alert>
  );
}

export function ReloadButton() {
  const { say } = useSpeech();
  return <Button onClick={() => location.reload()}>{say(FAILURE.reload)}</Button>;
}
