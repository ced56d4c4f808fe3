import { facts as detectFacts } from '../../detect/facts.ts';
import { details as detect } from '../../detect/telling/words.ts';
import { facts as learnFacts } from '../../learn/facts.ts';
import { details as learn } from '../../learn/telling/words.ts';
import { facts as prepareFacts } from '../../prepare/facts.ts';
import { details as prepare } from '../../prepare/telling/words.ts';
import { facts as respondFacts } from '../../respond/facts.ts';
import { details as respond } from '../../respond/telling/words.ts';
import { facts as sendingFacts } from '../../sending/facts.ts';
import { details as sending } from '../../sending/telling/words.ts';
import { lineTeller } from '../lines/rules.ts';

/**
 * Lines of an incident: of every area but the survey, whose lines stand in no incident. A room is opened on a phone at night
 * and waits for every word that is brought along.
 */
export const { toneOf, isMachinery, factName, factDetail } = lineTeller(
  { ...prepareFacts, ...detectFacts, ...respondFacts, ...learnFacts, ...sendingFacts },
  { ...prepare, ...detect, ...respond, ...learn, ...sending },
);
