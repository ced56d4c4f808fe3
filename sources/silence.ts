import { z } from 'zod';
import type { Field } from '../kernel/form.ts';

/** A week at most. 0: what this source says goes on until it says that it is over. */
export const silenceMinutes = z.coerce.number().int().min(0).max(10_080).default(0);

export const SILENCE_FIELD: Field = {
  name: 'silenceMinutes',
  kind: 'number',
  label: { ja: '途絶とみなすまで（分）', en: 'Silent after (minutes)' },
  help: {
    ja: '繰り返しがこれだけ届かなければ「途絶」にします。0 は、終わりが届くまで発生中のまま',
    en: 'Without a repeat for so long a signal counts as silent; 0: it goes on until its end is told',
  },
  required: false,
  initial: 0,
};

/** When an alarm of a source falls silent unless it is repeated, where a limit is set. */
export function silentAfter(
  settings: Readonly<Record<string, unknown>>,
  now: Temporal.Instant,
): Temporal.Instant | undefined {
  const minutes = Number(settings['silenceMinutes'] ?? 0);
  return minutes > 0 ? now.add({ minutes }) : undefined;
}
