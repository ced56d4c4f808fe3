import { saysHow } from '../../../../../areas/prepare/fallbacks/rules.ts';
import { fallback } from '../../../../../areas/prepare/fallbacks/schema.ts';

/** Whether a fallback for a cyber attack can be made of one: it is not one already, and says how to go on. */
export function mayDerive(entry: Readonly<Record<string, unknown>>): boolean {
  const { data } = fallback.safeParse(entry);
  return data !== undefined && !data.scenarios.includes('cyberAttack') && saysHow(data);
}
