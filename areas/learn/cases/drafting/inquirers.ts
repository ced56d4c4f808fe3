import { plain } from '../../../../kernel/text.ts';
import { AUDIENCE_WORDS } from '../../../prepare/plans/words.ts';

/**
 * What kind of people asked, where that is all that was written of them. Anything else may name a person and their telephone
 * number, which have no place in a case.
 */
export const inquirersOf = (cameFrom: string): string | undefined =>
  Object.entries(AUDIENCE_WORDS).find(([, { ja, en }]) =>
    [plain(ja), plain(en)].includes(plain(cameFrom.trim())),
  )?.[0];
