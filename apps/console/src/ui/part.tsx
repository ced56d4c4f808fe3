import { Skeleton } from '@mantine/core';
import { type ReactNode, Suspense } from 'react';
import { useSpeech } from '../language.tsx';
import { W } from '../words.ts';
import { Boundary } from './boundary.tsx';

/** Where it will stand, and about how high it will be: what is below does not jump when it comes. */
export interface Place {
  readonly className?: string;
  readonly height?: number;
}

/** Where a lazy part of a page stands: its shape until it is there, and its own failure if it does not come. */
export function Part({ children, className, height = 172 }: { children: ReactNode } & Place) {
  const { say } = useSpeech();
  return (
    <Boundary>
      <Suspense
        fallback={
          <Skeleton
            height={height}
            role="group"
            aria-busy
            aria-label={say(W.loading)}
            {...(className && { className })}
          />
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
