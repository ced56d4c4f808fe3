import { Alert, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSpeech } from '../language.tsx';
import { W } from '../words.ts';
import { Boundary } from './boundary.tsx';

interface Loadable<T> {
  readonly data: T | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

/** Every screen's loading and error state: its shape at once, and what went wrong with a way to try again. */
export function Loaded<T>({
  query,
  place,
  children,
}: {
  query: Loadable<T>;
  /** Where it will stand and how high, where what is below is not to jump. */
  place?: { readonly className: string; readonly height: number };
  children: (data: T) => ReactNode;
}) {
  const { say } = useSpeech();
  if (query.data !== undefined)
    return (
      <Boundary>
        <Drawn data={query.data}>{children}</Drawn>
      </Boundary>
    );
  if (query.error) {
    return (
      <Alert color="red" title={say(W.failed)}>
        <Group>
          <Text>{query.error.message}</Text>
          <Button variant="default" onClick={() => query.refetch()}>
            {say(W.retry)}
          </Button>
        </Group>
      </Alert>
    );
  }
  if (place)
    return (
      <Skeleton
        className={place.className}
        height={place.height}
        role="group"
        aria-busy
        aria-label={say(W.loading)}
      />
    );
  return (
    <Stack gap="xs" role="group" aria-busy aria-label={say(W.loading)}>
      <Skeleton height={20} width="40%" />
      <Skeleton height={20} />
      <Skeleton height={20} />
    </Stack>
  );
}

/** Drawn below the boundary, so that a reply nobody expected breaks no more than its own place. */
const Drawn = <T,>({ data, children }: { data: T; children: (data: T) => ReactNode }): ReactNode =>
  children(data);

/** An empty place says in one sentence what belongs there and offers the one action that fills it. */
export function Empty({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <Stack align="center" gap="sm" py="md">
      <Text className="quiet">{text}</Text>
      {children}
    </Stack>
  );
}
