import type { FieldFault } from '../../../../kernel/errors.ts';
import type { CaseDocument } from '../../../learn/cases/schema.ts';
import { textsOf } from '../../../learn/cases/texts/rules.ts';
import { markOf, partOf } from './apply.ts';
import type { KeptDisclosure } from './store.ts';
import { NEEDS_APPROVAL, NEEDS_REASON } from './words.ts';

/** What is generalised or withheld without a reason, or without somebody's approval of it. */
export function disclosureFaults(document: CaseDocument, kept: readonly KeptDisclosure[]): FieldFault[] {
  const by = new Map(kept.map((each) => [each.part, each]));
  return textsOf(document).flatMap((text) => {
    const decided = by.get(partOf(text) ?? '');
    const holds = decided?.mark === markOf(text) ? decided : undefined;
    const asked = text.claim && text.path.endsWith('.text') ? text.claim.disclosure : holds?.disclosure;
    if (asked === undefined || asked === 'publish') return [];
    if (holds?.disclosure !== asked) return [{ field: text.path, mend: NEEDS_REASON }];
    return holds.approvedBy === null ? [{ field: text.path, mend: NEEDS_APPROVAL }] : [];
  });
}
