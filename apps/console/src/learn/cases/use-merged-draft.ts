import { useEffect, useRef, useState } from 'react';
import { type Clash, mergeCases } from '../../../../../areas/learn/cases/merging/rules.ts';
import type { CaseDocument } from '../../../../../areas/learn/cases/schema.ts';
import type { CaseReply } from './case-page.tsx';

/** What somebody else's version did to what is being written. */
export interface Arrived {
  readonly version: number;
  readonly taken: number;
  readonly clashes: readonly Clash[];
}

interface Draft {
  readonly document: CaseDocument;
  /** The version this text is written on. */
  readonly base: number;
  readonly changed: boolean;
  readonly arrived: Arrived | undefined;
  readonly change: (edit: (before: CaseDocument) => CaseDocument) => void;
  /** What was sent is kept as this version: the text goes on from it. */
  readonly kept: (version: number, sent: CaseDocument) => void;
}

/** The text being written; a version that somebody else saves is merged into it as soon as this page learns of it. */
export function useMergedDraft(reply: CaseReply): Draft {
  const [document, setDocument] = useState<CaseDocument>(reply.document);
  const [changed, setChanged] = useState(false);
  const [arrived, setArrived] = useState<Arrived>();
  const base = useRef({ version: reply.version, document: reply.document });
  useEffect(() => {
    if (reply.version === base.current.version) return;
    const before = base.current.document;
    base.current = { version: reply.version, document: reply.document };
    setDocument((mine) => {
      const { document: merged, taken, clashes } = mergeCases(before, mine, reply.document);
      // Told after this update, for another state is set by it; one's own words that come back bring nothing.
      if (taken.length + clashes.length > 0)
        queueMicrotask(() => setArrived({ version: reply.version, taken: taken.length, clashes }));
      return merged;
    });
  }, [reply.version, reply.document]);
  return {
    document,
    base: base.current.version,
    changed,
    arrived,
    change: (edit) => {
      setChanged(true);
      setDocument(edit);
    },
    kept: (version, sent) => {
      base.current = { version, document: sent };
      // What was typed while it was on its way is still to be saved.
      setDocument((now) => {
        queueMicrotask(() => setChanged(now !== sent));
        return now;
      });
    },
  };
}
