import { Skeleton, Stack } from '@mantine/core';
import { type ReactNode, Suspense } from 'react';
import { useSpeech } from '../language.tsx';
import { W } from '../words.ts';
import { Boundary } from './boundary.tsx';

/** Where a lazy part of a page stands: its shape until it is there, and its own failure if it does not come. */
export function Part({ children }: { children: ReactNode }) {
  const { say } = useSpeech();
  return (
    <Boundary>
      <Suspense
        fallback={
          <Stack gap="sm" role="group" aria-busy aria-label={say(W.loading)}>
            <Skeleton height={80} />
            <Skeleton height={80} />
          </Stack>
        }
      >
        {children}
      </Suspense>
    </Boundary>
  );
}

/** Where a lazy part stands that has no shape of its own on the page: a dialog, a button. */
export const Aside = ({ children }: { children: ReactNode }) => (
  <Boundary>
    <Suspense>{children}</Suspense>
  </Boundary>
);
