import type { Bilingual } from '../../../kernel/language.ts';
import type { SweepCounts } from '../tasks/schema.ts';

/** What keeps a sweep from being called done: it is complete at every host, not at most of them (C1-R5). */
export function lackOf({ pending, clean, found, excluded }: SweepCounts): Bilingual | undefined {
  const of = pending + clean + found + excluded;
  if (of === 0) return { ja: '対象の機器がまだありません', en: 'No hosts are on this sweep yet' };
  if (pending === 0) return undefined;
  return {
    ja: `${of}台のうち${pending}台の結果がまだありません。結果を記録するか、理由を書いて対象外にしてください`,
    en: `${pending} of ${of} hosts have no result yet: report it, or exclude them and say why`,
  };
}

/** Keys as people type or paste them: a line or a comma apart, wide letters and capitals as they come. */
export const keysTyped = (text: string): string[] => [
  ...new Set(
    text
      .normalize('NFKC')
      .toLowerCase()
      .split(/[\s,;、，]+/u)
      .filter(Boolean),
  ),
];
