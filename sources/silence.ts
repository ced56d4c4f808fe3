import { z } from 'zod';
import type { Field } from '../kernel/form.ts';

/** A week at most. 0: what this source says goes on until it says that it is over. */
export const silenceMinutes = z.coerce.number().int().min(0).max(10_080).default(0);

export const SILENCE_FIELD: Field = {
  name: 'silenceMinutes',
  kind: 'number',
  label: { ja: '途絶とみなすまでの時間（分）', en: 'Silent after (minutes)' },
  help: {
    ja: 'この時間、繰り返しの受信がない場合に「途絶」とします。0の場合は、終了を受信するまで「発生中」となります',
    en: 'A signal counts as silent after this long without a repeat. With 0, it stays firing until resolved',
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
