import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { CaseDocument } from '../../../../../areas/learn/cases/schema.ts';
import {
  type Arrived,
  amended,
  begun,
  isStill,
  isUnsaved,
  kept,
  met,
  paused,
  redone,
  undone,
  type Writing,
  written,
} from '../../../../../areas/learn/cases/undoing/rules.ts';
import type { CaseReply } from './case-page.tsx';
import { fieldTypedIn } from './typing.ts';

/** A case that is being written, and everything that can be done about the writing of it. */
export interface Draft {
  readonly document: CaseDocument;
  /** The version this text is written on. */
  readonly base: Writing['base'];
  readonly changed: boolean;
  readonly arrived: Arrived | undefined;
  /** One act; typing in one place, while it goes on, is one. */
  readonly change: (edit: (before: CaseDocument) => CaseDocument) => void;
  /** What is typed next is an act of its own. */
  readonly pause: () => void;
  /** What follows from the last act by itself. */
  readonly amend: (edit: (before: CaseDocument) => CaseDocument) => void;
  /** Absent where there is nothing to take back, or to do again. */
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
  /** How often something was taken back or done again. */
  readonly turns: number;
  /** What was sent is kept as this version: the text goes on from it. */
  readonly kept: (version: number, sent: CaseDocument) => void;
  /** Whether what was sent is still all there is, asked when the answer comes. */
  readonly isStill: (sent: CaseDocument) => boolean;
}

/** A version that somebody else saves is merged into what is written as soon as this page learns of it. */
export function useWriting(reply: CaseReply): Draft {
  const [writing, setWriting] = useState(() => begun(reply.version, reply.document));
  const [turns, setTurns] = useState(0);
  const latest = useRef(writing);
  useLayoutEffect(() => {
    latest.current = writing;
  });
  useEffect(() => {
    setWriting((now) => met(now, reply.version, reply.document));
  }, [reply.version, reply.document]);
  const acts = useMemo(() => {
    const act =
      <A extends unknown[]>(does: (now: Writing, ...given: A) => Writing) =>
      (...given: A) =>
        setWriting((now) => does(now, ...given));
    return {
      change: (edit: (before: CaseDocument) => CaseDocument) => {
        const place = fieldTypedIn();
        setWriting((now) => written(now, edit(now.document), place));
      },
      amend: act((now, edit: (before: CaseDocument) => CaseDocument) => amended(now, edit(now.document))),
      pause: act(paused),
      undo: () => {
        setWriting(undone);
        setTurns((n) => n + 1);
      },
      redo: () => {
        setWriting(redone);
        setTurns((n) => n + 1);
      },
      kept: act(kept),
      isStill: (sent: CaseDocument) => isStill(latest.current, sent),
    };
  }, []);
  return {
    document: writing.document,
    base: writing.base,
    changed: isUnsaved(writing),
    arrived: writing.arrived,
    turns,
    ...acts,
    undo: writing.past.length > 0 ? acts.undo : undefined,
    redo: writing.future.length > 0 ? acts.redo : undefined,
  };
}
