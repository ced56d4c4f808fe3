import { useMe } from '../../me.ts';
import { readersZone } from './wall.ts';

/** Where the organisation's clock hangs; until that is known, the reader's. */
export const useZone = (): string => useMe().data?.timeZone ?? readersZone();

export const todayIn = (zone: string): Temporal.PlainDate => Temporal.Now.plainDateISO(zone);
