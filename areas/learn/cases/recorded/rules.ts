import { fold } from '../../../../kernel/text.ts';
import { type CaseDocument, CLAIM_SECTIONS, type Claim, type ClaimSection } from '../schema.ts';
import { claimsOf } from '../texts/rules.ts';

/** A claim the record would make, and where. */
export interface Unsaid {
  readonly section: ClaimSection;
  readonly claim: Claim;
}

/** What claims rest on, one by one: joined claims have the sources of both. */
const sourcesOf = ({ source }: Claim): string[] => (source ?? '').split(/;\s*/).filter((each) => each !== '');

/** Of what the record says, what a case does not: no claim rests on the same lines, and none has the same words. */
export function stillUnsaid(document: CaseDocument, recorded: readonly Unsaid[]): Unsaid[] {
  const told = claimsOf(document);
  const sources = new Set(told.flatMap(sourcesOf));
  const words = new Set(told.map(({ text }) => fold(text.ja)));
  return recorded.filter(
    ({ claim }) => !sourcesOf(claim).some((source) => sources.has(source)) && !words.has(fold(claim.text.ja)),
  );
}

export const unsaidOf = (document: CaseDocument, draft: CaseDocument): Unsaid[] =>
  stillUnsaid(
    document,
    CLAIM_SECTIONS.flatMap((section) => draft.sections[section].map((claim) => ({ section, claim }))),
  );
