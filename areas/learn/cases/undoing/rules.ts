import { canonicalJson } from '../../../../kernel/text.ts';
import { type Clash, mergeCases } from '../merging/rules.ts';
import type { CaseDocument } from '../schema.ts';

/** One thing somebody did to a case. */
interface Step {
  readonly before: CaseDocument;
  readonly after: CaseDocument;
  /** Where it was typed: what is typed there in a row is one step. */
  readonly place: string | undefined;
}

/** What somebody else's version did to what is being written. */
export interface Arrived {
  readonly version: number;
  readonly taken: number;
  readonly clashes: readonly Clash[];
}

/** A case while it is written on. */
export interface Writing {
  readonly document: CaseDocument;
  /** The version it is written on. */
  readonly base: { readonly version: number; readonly document: CaseDocument };
  readonly past: readonly Step[];
  /** What was taken back, the next to be done again last. */
  readonly future: readonly Step[];
  readonly arrived: Arrived | undefined;
}

/** As far back as anybody goes; the steps share what they did not change. */
const MOST_STEPS = 500;

const same = (a: CaseDocument, b: CaseDocument): boolean => a === b || canonicalJson(a) === canonicalJson(b);

export const begun = (version: number, document: CaseDocument): Writing => ({
  document,
  base: { version, document },
  past: [],
  future: [],
  arrived: undefined,
});

export const isUnsaved = ({ document, base }: Writing): boolean => document !== base.document;

/**
 * An act of the writer.
 * @param place where it was typed, as long as it goes on there without a pause; anything else is a step of its own
 */
export function written(writing: Writing, document: CaseDocument, place?: string): Writing {
  if (same(document, writing.document)) return writing;
  const last = writing.past.at(-1);
  const goesOn = place !== undefined && last?.place === place && last.after === writing.document;
  const step: Step = { before: goesOn ? last.before : writing.document, after: document, place };
  const past = goesOn ? writing.past.slice(0, -1) : writing.past;
  return { ...writing, document, past: [...past, step].slice(-MOST_STEPS), future: [] };
}

/** What is typed next is a step of its own. */
export function paused(writing: Writing): Writing {
  const last = writing.past.at(-1);
  if (last?.place === undefined) return writing;
  return { ...writing, past: writing.past.with(-1, { ...last, place: undefined }) };
}

/** What follows from the last act by itself, such as where the figure came to stand: it goes back together with it. */
export function amended(writing: Writing, document: CaseDocument): Writing {
  const last = writing.past.at(-1);
  if (last?.after !== writing.document) return { ...writing, document };
  return { ...writing, document, past: writing.past.with(-1, { ...last, after: document }) };
}

/**
 * From one end of a step to its other. What somebody else brought in meanwhile stays, and so do words they have written
 * over one's own.
 */
function turned(document: CaseDocument, from: CaseDocument, to: CaseDocument): CaseDocument {
  return document === from ? to : mergeCases(from, document, to).document;
}

/** Takes the last step back that still shows; without one nothing changes. */
export function undone(writing: Writing): Writing {
  const past = [...writing.past];
  for (let step = past.pop(); step; step = past.pop()) {
    const document = turned(writing.document, step.after, step.before);
    if (same(document, writing.document)) continue;
    const back: Step = { before: document, after: writing.document, place: undefined };
    return { ...writing, document, past, future: [...writing.future, back] };
  }
  return { ...writing, past };
}

/** Does again what was taken back last. */
export function redone(writing: Writing): Writing {
  const future = [...writing.future];
  for (let step = future.pop(); step; step = future.pop()) {
    const document = turned(writing.document, step.before, step.after);
    if (same(document, writing.document)) continue;
    const again: Step = { before: writing.document, after: document, place: undefined };
    return { ...writing, document, past: [...writing.past, again], future };
  }
  return { ...writing, future };
}

/** Another's version comes in; it is no step of the writer, and none of theirs is lost by it. */
export function met(writing: Writing, version: number, theirs: CaseDocument): Writing {
  if (version === writing.base.version) return writing;
  const { document, taken, clashes } = mergeCases(writing.base.document, writing.document, theirs);
  return {
    ...writing,
    // One's own words that come back, or another's where one wrote nothing: there is nothing to save.
    document: same(document, theirs) ? theirs : document,
    base: { version, document: theirs },
    arrived: taken.length + clashes.length > 0 ? { version, taken: taken.length, clashes } : writing.arrived,
  };
}

/** Whether what was sent is still all there is: nothing was typed while it was being saved. */
export const isStill = ({ document }: Writing, sent: CaseDocument): boolean => same(document, sent);

/**
 * What was sent is kept as this version; what was typed meanwhile is still to be saved. Where it has been read again
 * already, or a later version with it, the text is written on that one and not set back.
 */
export const kept = (writing: Writing, version: number, sent: CaseDocument): Writing =>
  version <= writing.base.version ? writing : { ...writing, base: { version, document: sent } };
