import { type Hedge, type Hedged, rankOf } from '../../../../kernel/certainty.ts';
import type { Claim } from '../schema.ts';

/**
 * What of a claim may be printed for anybody (C0-M5): its general wording where it is generalised. That is as doubtful as the
 * most doubtful word it stands for, for nobody said which of its words the doubt is about.
 */
export function publicText({
  disclosure,
  general,
  text,
}: Pick<Claim, 'disclosure' | 'general'> & { readonly text: Hedged }): Hedged {
  if (disclosure !== 'generalise' || !general) return text;
  const [least] = [...(text.hedges ?? [])].sort((a, b) => rankOf(a.certainty) - rankOf(b.certainty));
  const hedges: Hedge[] = least ? [{ id: least.id, certainty: least.certainty }] : [];
  return { ja: general.ja, en: general.en, ...(hedges.length > 0 && { hedges }) };
}
