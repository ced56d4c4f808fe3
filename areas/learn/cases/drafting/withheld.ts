import type { Bilingual } from '../../../../kernel/language.ts';
import type { IncidentRecord } from './schema.ts';

/**
 * Whether words from some lines hold what must not be said. Where they were cut, the lines are looked at whole: half of a term
 * tells as much as all of it. Each text is looked at once.
 */
export function withholding({
  lines,
  isWithheld,
}: Pick<IncidentRecord, 'lines' | 'isWithheld'>): (text: Bilingual, seqs: readonly number[]) => boolean {
  const known = new Map<string, boolean>();
  const holds = (text: string): boolean => {
    const found = known.get(text) ?? isWithheld(text);
    known.set(text, found);
    return found;
  };
  const bodies = new Map(lines.map(({ seq, body }) => [seq, body]));
  return ({ ja, en }, seqs) =>
    holds(ja) ||
    holds(en) ||
    (ja.includes('…') && seqs.some((seq) => holds(JSON.stringify(Object.values(bodies.get(seq) ?? {})))));
}
