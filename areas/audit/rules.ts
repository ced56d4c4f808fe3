import { details as detect } from '../detect/telling/words.ts';
import { FACTS } from '../facts.ts';
import { details as learn } from '../learn/telling/words.ts';
import { details as prepare } from '../prepare/telling/words.ts';
import { details as respond } from '../respond/telling/words.ts';
import { details as sending } from '../sending/telling/words.ts';
import { details as survey } from '../survey/telling/words.ts';
import { lineTeller } from './lines/rules.ts';

/** Lines of every area, as the audit shows them. */
export const { toneOf, isMachinery, factName, factDetail } = lineTeller(FACTS, {
  ...prepare,
  ...detect,
  ...respond,
  ...learn,
  ...survey,
  ...sending,
});
