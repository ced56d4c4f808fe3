import type { ProofBreak } from '../../areas/ledger/proofs/index.ts';
import type { Break } from '../../areas/ledger/rules.ts';

const WHAT: Readonly<Record<Break['kind'], string>> = {
  changed: 'was changed after it was written',
  missing: 'is missing',
  'cut-off': 'is missing: the chain was cut off here',
  unlisted: 'belongs to a chain that was never begun',
};

export function describeBreak(found: Break): string {
  const line =
    'seq' in found
      ? `line ${found.seq} (link ${found.link} of chain ${found.chain})`
      : `link ${found.link} of chain ${found.chain}`;
  return `${line} ${WHAT[found.kind]}`;
}

export function describeProofBreak(found: ProofBreak): string {
  const of = `the proof of ${found.takenAt}`;
  switch (found.kind) {
    case 'shorter':
      return `${of} counts ${found.lines} lines, and lines at the end are gone since`;
    case 'rewritten':
      return `lines ${found.after + 1} to ${found.upTo} are not those that stood there when ${of} was signed`;
    case 'not-ours':
      return `${of}, which is kept beside the ledger, was not signed with this installation's key`;
  }
}
