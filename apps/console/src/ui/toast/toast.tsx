import './toast.css';
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Bilingual } from '../../../../../kernel/language.ts';
import { useSpeech } from '../../language.tsx';
import { TOAST } from './words.ts';

/** So long it is shown; while a pointer or the focus is on it, its time stands still. */
const SHOWN_MS = 10_000;
const STEP_MS = 250;

/** What was done, what of it stays, and the way back. */
export function Toast({
  said,
  stays,
  onUndo,
  onOver,
  left: fixed,
}: {
  said: Bilingual;
  stays?: Bilingual | undefined;
  onUndo?: (() => Promise<void>) | undefined;
  onOver: () => void;
  /** It stands still with so much of its time left, where it is only shown. */
  left?: number;
}) {
  const { say } = useSpeech();
  const [held, setHeld] = useState(false);
  const [busy, setBusy] = useState(false);
  const [left, setLeft] = useState((fixed ?? 1) * SHOWN_MS);
  const over = useRef(onOver);
  useEffect(() => {
    over.current = onOver;
  });
  const still = held || busy || fixed !== undefined;
  useEffect(() => {
    if (still) return;
    const timer = setInterval(() => setLeft((before) => before - STEP_MS), STEP_MS);
    return () => clearInterval(timer);
  }, [still]);
  useEffect(() => {
    if (left <= 0) over.current();
  }, [left]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only stands still under the pointer; what can be pressed is the button.
    <div
      className="toast"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className="toast-words">
        {say(said)}
        {stays && <span className="quiet"> {say(stays)}</span>}
      </span>
      {onUndo && (
        <Button
          size="compact-md"
          variant="default"
          loading={busy}
          onClick={() => {
            setBusy(true);
            void onUndo().finally(() => setBusy(false));
          }}
        >
          {say(TOAST.undo)}
        </Button>
      )}
      <span className="toast-left" aria-hidden="true">
        <i style={{ width: `${Math.max(0, (left / SHOWN_MS) * 100)}%` }} />
      </span>
    </div>
  );
}
