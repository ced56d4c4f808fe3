import { CERTAINTIES, type Certainty } from '../../../../kernel/certainty.ts';
import type { Claim } from '../schema.ts';

/** A claim with the facts that stand under it, by how surely they are causes of it. */
export interface Led {
  readonly claim: Claim;
  readonly factors: readonly { readonly certainty: Certainty; readonly claims: readonly Claim[] }[];
}

const SUREST_FIRST = CERTAINTIES.toReversed();

/** The claims of a section in their order, each factor under its lead; one whose lead is not among them stands for itself. */
export function ledClaims(claims: readonly Claim[]): Led[] {
  const leads = new Set(claims.filter(({ factor }) => !factor).map(({ id }) => id));
  return claims
    .filter(({ factor }) => !factor || !leads.has(factor.of))
    .map((claim) => ({
      claim,
      factors: SUREST_FIRST.map((certainty) => ({
        certainty,
        claims: claim.factor
          ? []
          : claims.filter(({ factor }) => factor?.of === claim.id && factor.certainty === certainty),
      })).filter(({ claims: under }) => under.length > 0),
    }));
}
