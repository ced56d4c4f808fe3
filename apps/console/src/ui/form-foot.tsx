import './form-foot.css';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSpeech } from '../language.tsx';
import { W } from '../words.ts';

/** How every dialog ends: what leads out of it, then its verb, at the right; what else can be done stands at the left. */
export function FormFoot({
  submit,
  pending,
  onCancel,
  danger = false,
  disabled = false,
  children,
}: {
  /** The verb. */
  submit: string;
  pending: boolean;
  onCancel: () => void;
  /** What it does cannot be undone. */
  danger?: boolean;
  disabled?: boolean;
  children?: ReactNode;
}) {
  const { say } = useSpeech();
  return (
    <div className="form-foot">
      <div className="form-foot-else">{children}</div>
      <Button variant="default" onClick={onCancel}>
        {say(W.cancel)}
      </Button>
      <Button type="submit" loading={pending} disabled={disabled} {...(danger && { color: 'red' })}>
        {submit}
      </Button>
    </div>
  );
}
