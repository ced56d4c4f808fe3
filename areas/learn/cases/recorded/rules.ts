import { fold } from '../../../../kernel/text.ts';
import { type CaseDocument, CLAIM_SECTIONS, type Claim, type ClaimSection } from '../schema.ts';
import { claimsOf } from '../texts/rules.ts';

/** A claim the record would make, and where. */
export interface Unsaid {
  readonly section: ClaimSection;
  readonly claim: Claim;
}

/** A claim of the record that a case does not make, with those of its lines that nothing in the case rests on. */
export interface Untold extends Unsaid {
  readonly lines: string | undefined;
}

/** Numbers in rising order, runs of them in short. */
export function inRuns(sorted: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const seq of sorted) {
    const last = runs.at(-1);
    if (last && last[1] + 1 === seq) last[1] = seq;
    else runs.push([seq, seq]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}

const LINES = /^#(\d+): (\d+(?:–\d+)?(?:, \d+(?:–\d+)?)*)( \(\d+\))?$/u;
/** Whoever writes a source by hand may write more lines than any record has. */
const MOST_LINES = 100_000;

interface Lines {
  /** The record they are of; where only the first and the last are named and how many there are, that is another matter. */
  readonly record: string;
  readonly seqs: readonly number[];
}

/** The lines of a record that a source names; undefined where it names something else. */
function linesOf(source: string): Lines | undefined {
  const [, incident, list = '', count = ''] = LINES.exec(source) ?? [];
  if (incident === undefined) return undefined;
  const runs = list.split(', ').map((run): [number, number] => {
    const [from = 0, to = from] = run.split('–').map(Number);
    return [from, to];
  });
  if (runs.some(([from, to]) => to < from || to - from > MOST_LINES)) return undefined;
  const seqs = runs.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
  return { record: `#${incident}${count && '…'}`, seqs };
}

/** What claims rest on, one by one: joined claims have the sources of both. */
const sourcesOf = ({ source }: Claim): string[] => (source ?? '').split(/;\s*/).filter((each) => each !== '');

/**
 * Of lines those that no source names which is mostly about them: one that names many lines, such as that of the course
 * of events, tells none of what else was made of each.
 */
function untoldOf({ record, seqs }: Lines, named: readonly Lines[]): number[] {
  const own = new Set(seqs);
  const about = named.filter(
    (each) => each.record === record && each.seqs.filter((seq) => own.has(seq)).length * 2 > each.seqs.length,
  );
  const told = new Set(about.flatMap((each) => each.seqs));
  return seqs.filter((seq) => !told.has(seq));
}

/**
 * Of what the record says, what a case does not: claims with lines that nothing in it rests on, or with another source
 * that it does not name, unless it has the same words.
 */
export function stillUnsaid(document: CaseDocument, recorded: readonly Unsaid[]): Untold[] {
  const told = claimsOf(document);
  const sources = new Set(told.flatMap(sourcesOf));
  const named = [...sources].flatMap((source) => linesOf(source) ?? []);
  const words = new Set(told.map(({ text }) => fold(text.ja)));
  return recorded.flatMap(({ section, claim }): Untold[] => {
    if (words.has(fold(claim.text.ja))) return [];
    const rests = sourcesOf(claim).filter((source) => !sources.has(source));
    if (rests.length === 0 && sourcesOf(claim).length > 0) return [];
    const untold = rests.flatMap((source): string[] => {
      const lines = linesOf(source);
      if (!lines) return [source];
      const left = untoldOf(lines, named);
      return left.length > 0 ? [`${lines.record.replace('…', '')}: ${inRuns(left)}`] : [];
    });
    if (untold.length === 0 && rests.length > 0) return [];
    return [{ section, claim, lines: untold.length > 0 ? untold.join('; ') : undefined }];
  });
}

export const unsaidOf = (document: CaseDocument, draft: CaseDocument): Untold[] =>
  stillUnsaid(
    document,
    CLAIM_SECTIONS.flatMap((section) => draft.sections[section].map((claim) => ({ section, claim }))),
  );
