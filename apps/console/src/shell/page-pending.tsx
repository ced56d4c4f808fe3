import { Skeleton, Stack } from '@mantine/core';
import { useSpeech } from '../language.tsx';
import { W } from '../words.ts';

/** The shape of a page whose file is on its way. */
export function PagePending() {
  const { say } = useSpeech();
  return (
    <Stack className="page" role="group" aria-busy aria-label={say(W.loading)}>
      <Skeleton height={28} width="30%" />
      <Skeleton height={120} />
      <Skeleton height={120} />
    </Stack>
  );
}
