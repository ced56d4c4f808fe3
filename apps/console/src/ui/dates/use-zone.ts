import { useMe } from '../../me.ts';

/** Where the organisation's clock hangs; until that is known, the reader's. */
export const useZone = (): string =>
  useMe().data?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;

export const todayIn = (zone: string): Temporal.PlainDate => Temporal.Now.plainDateISO(zone);
