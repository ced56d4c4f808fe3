import { Button, type ButtonProps } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useSpeech } from '../language.tsx';
import { W } from '../words.ts';

const FORGET_MS = 4_000;

/** For what cannot be undone: the first press asks, the second does it; after a moment it has forgotten. */
export function ConfirmButton({
  onConfirm,
  children,
  ...props
}: ButtonProps & { onConfirm: () => void; children: ReactNode }) {
  const { say } = useSpeech();
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    if (!asking) return;
    const timer = setTimeout(() => setAsking(false), FORGET_MS);
    return () => clearTimeout(timer);
  }, [asking]);
  return (
    <Button
      variant={asking ? 'filled' : 'subtle'}
      color="red"
      {...props}
      onClick={() => {
        if (!asking) return setAsking(true);
        setAsking(false);
        onConfirm();
      }}
    >
      {asking ? say(W.sure) : children}
    </Button>
  );
}
