import { foundOrganisationWithLedger } from '../../../areas/prepare/parties/found-organisation.ts';
import { type House, systemContext } from '../../../areas/system-context.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { ZONE } from './content/organisation.ts';

/** An organisation without anything in it. */
export async function foundEmpty(house: House, clock: Clock): Promise<void> {
  const id = house.newId();
  const foundation = { id, name: '自組織 / My organisation', timeZone: ZONE, demo: false };
  await foundOrganisationWithLedger(systemContext(house, id, clock.now()), foundation);
}
