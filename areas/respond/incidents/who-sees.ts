import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { Fault, type FieldFault } from '../../../kernel/errors.ts';
import { findPeople } from '../../prepare/contacts/index.ts';
import { isOutside } from '../../roles.ts';
import { findIncident, sharedWith } from './store.ts';

/**
 * Makes sure that people can open an incident before something in it is given to them: whoever is inside and not kept from it,
 * and whoever is outside and has it shared with them.
 * @param inside nobody outside, shared or not: what executives are told is for the house
 * @throws Fault `invalid` that names the field, for somebody who is not registered, outside, or kept from it
 */
export async function inIncident(
  trx: Transaction<Tables>,
  incidentId: string,
  personIds: readonly string[],
  field: string,
  { inside = false }: { readonly inside?: boolean } = {},
): Promise<void> {
  const wanted = [...new Set(personIds)];
  const people = await findPeople(trx, wanted);
  const restricted = (await findIncident(trx, incidentId))?.restricted === true;
  const shared = new Set(await sharedWith(trx, incidentId));
  const refuse = (mend: FieldFault['mend']): never => {
    throw new Fault('invalid', { fields: [{ field, mend }] });
  };
  if (people.length < wanted.length)
    refuse({
      ja: '登録されていない利用者です。一覧から選択してください',
      en: 'This person is not registered. Choose one from the list',
    });
  const outside = people.filter(({ roles }) => isOutside(roles));
  if (inside && outside.length > 0)
    refuse({ ja: '社外の利用者には割り当てられません', en: 'This cannot be assigned to external users' });
  if (outside.some(({ id }) => !shared.has(id)))
    refuse({
      ja: '社外の利用者です。先にこのインシデントを共有してください',
      en: 'This is an external user. Share the incident with them first',
    });
  if (restricted && people.some(({ id }) => !shared.has(id)))
    refuse({
      ja: 'この利用者は閲覧できません。先に共有してください',
      en: 'This person cannot see the incident. Share it with them first',
    });
}

/** Of these, who is still registered and may open the incident; each once, in their order. */
export async function whoMayEnter(
  trx: Transaction<Tables>,
  { id, restricted }: { readonly id: string; readonly restricted: boolean },
  people: readonly string[],
): Promise<string[]> {
  const wanted = [...new Set(people)];
  const shared = new Set(await sharedWith(trx, id));
  const here = new Set(
    (await findPeople(trx, wanted))
      .filter((person) => shared.has(person.id) || !(restricted || isOutside(person.roles)))
      .map((person) => person.id),
  );
  return wanted.filter((each) => here.has(each));
}

/** Whether somebody whom a plan or a roster names can open an incident. */
export async function mayEnter(
  trx: Transaction<Tables>,
  incidentId: string,
  personId: string,
): Promise<boolean> {
  const incident = await findIncident(trx, incidentId);
  return incident !== undefined && (await whoMayEnter(trx, incident, [personId])).length > 0;
}
