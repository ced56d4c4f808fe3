import { useEffect, useState } from 'react';
import { afterSaving, type Draft, isUnsaved, takeIn, type Writing } from './merge-begun.ts';

/** What is written in a form that stays open while it is saved and while others write. */
export function useWriting<D extends Draft>(begin: D, version: number) {
  const [state, setState] = useState<Writing<D>>({ written: begin, begun: begin, version });
  const beginText = JSON.stringify(begin);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it begins with, by what it says and not by which object it is.
  useEffect(() => setState((now) => takeIn(now, begin, version)), [beginText, version]);
  return {
    written: state.written,
    write: (next: D) => setState((now) => ({ ...now, written: next })),
    unsaved: isUnsaved(state),
    /** Which version it was written on. */
    version: state.held ?? state.version,
    saved: (sent: D, as: number) => setState((now) => afterSaving(now, sent, as)),
  };
}
