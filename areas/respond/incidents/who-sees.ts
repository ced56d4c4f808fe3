import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { Fault, type FieldFault } from '../../../kernel/errors.ts';
import { findPeople } from '../../prepare/contacts/index.ts';
import { isOutside } from '../../roles.ts';
import { findIncident, sharedWith } from './store.ts';

/**
 * Makes sure that people can open an incident before something in it is given to them.
 * @throws Fault `invalid` that names the field, for somebody who is not registered, outside, or kept from it
 */
export async function inIncident(
  trx: Transaction<Tables>,
  incidentId: string,
  personIds: readonly string[],
  field: string,
): Promise<void> {
  const wanted = [...new Set(personIds)];
  const people = await findPeople(trx, wanted);
  const restricted = (await findIncident(trx, incidentId))?.restricted === true;
  const shared = restricted ? new Set(await sharedWith(trx, incidentId)) : undefined;
  const refuse = (mend: FieldFault['mend']): never => {
    throw new Fault('invalid', { fields: [{ field, mend }] });
  };
  if (people.length < wanted.length)
    refuse({ ja: '登録のない人です。一覧から選んでください', en: 'Not registered: choose from the list' });
  if (people.some(({ roles }) => isOutside(roles)))
    refuse({
      ja: '社外の人は対応の部屋に入れません',
      en: 'Somebody outside cannot enter the incident room',
    });
  if (shared && people.some(({ id }) => !shared.has(id)))
    refuse({
      ja: 'この人は閲覧を限定されています。先に共有してください',
      en: 'This person is kept from the incident: share it with them first',
    });
}

/** Of these, who is still registered, of the house, and may open the incident; each once, in their order. */
export async function whoMayEnter(
  trx: Transaction<Tables>,
  { id, restricted }: { readonly id: string; readonly restricted: boolean },
  people: readonly string[],
): Promise<string[]> {
  const wanted = [...new Set(people)];
  const here = new Set(
    (await findPeople(trx, wanted)).filter(({ roles }) => !isOutside(roles)).map((person) => person.id),
  );
  const shared = restricted ? new Set(await sharedWith(trx, id)) : undefined;
  return wanted.filter((each) => here.has(each) && (shared?.has(each) ?? true));
}

/** Whether somebody whom a plan or a roster names can open an incident. */
export async function mayEnter(
  trx: Transaction<Tables>,
  incidentId: string,
  personId: string,
): Promise<boolean> {
  if ((await findIncident(trx, incidentId))?.restricted !== true) return true;
  return (await sharedWith(trx, incidentId)).includes(personId);
}
