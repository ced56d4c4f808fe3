import { Alert, Button, Group, Text } from '@mantine/core';
import { useSpeech } from '../language.tsx';
import { ReloadButton } from '../ui/boundary.tsx';
import { useTryAgain } from '../ui/failure.ts';
import { FAILURE } from '../ui/failure-words.ts';
import { PartMissing } from '../ui/lazy-part.tsx';
import { ButtonLink } from '../ui/links.tsx';
import { W } from '../words.ts';

/** A page that cannot be drawn says so in its own place; rail, strip and unanswered pages stay around it. */
export function PageFailure({ error, reset }: { error: unknown; reset: () => void }) {
  const { say } = useSpeech();
  const again = useTryAgain(error, reset);
  const missing = error instanceof PartMissing;
  return (
    <div className="page">
      <Alert color="red" role="alert" title={say(missing ? FAILURE.missing : FAILURE.page)}>
        <Text mb="sm">{say(missing ? FAILURE.missingWhy : FAILURE.pageWhy)}</Text>
        <Group gap="sm">
          {missing && <ReloadButton />}
          <Button variant="default" onClick={() => void again()}>
            {say(W.retry)}
          </Button>
          <ButtonLink to="/" variant="default">
            {say(W.now)}
          </ButtonLink>
        </Group>
      </Alert>
    </div>
  );
}
