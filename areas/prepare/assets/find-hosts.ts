import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { invalidField } from '../../../kernel/errors.ts';
import { keysBehind, keysMadeOf } from './ask-graph.ts';
import type { HostsWanted } from './schema.ts';
import { type Host, hostsOf } from './store.ts';

/**
 * Hosts of the register by what somebody says of them; said together, each narrows the others down.
 * @returns them, and how many keys of a list the register does not know
 * @throws Fault `invalid` when nothing is said, when a system is not in the register, or when no host fits
 */
export async function findHosts(
  trx: Transaction<Tables>,
  orgId: string,
  { of, behind, keys, ...filter }: HostsWanted,
): Promise<{ hosts: Host[]; unknown: number }> {
  if (!of && !behind && !keys && Object.values(filter).every((value) => !value))
    throw invalidField('keys', {
      ja: '対象を、システム・絞り込み・経路・一覧のいずれかで指定してください',
      en: 'Choose machines by system, filter, connection or list',
    });
  const sets = [
    ...(of ? [await keysMadeOf(trx, orgId, of)] : []),
    ...(behind ? [await keysBehind(trx, orgId, behind)] : []),
    ...(keys ? [keys] : []),
  ].map((each) => new Set(each));
  const [first, ...others] = sets;
  const named = first && [...first].filter((key) => others.every((set) => set.has(key)));
  const hosts = await hostsOf(trx, { ...filter, ...(named && { keys: named }) });
  if (hosts.length === 0)
    throw invalidField(of ? 'of' : behind ? 'behind' : keys ? 'keys' : 'class', {
      ja: '該当する機器が台帳にありません',
      en: 'No matching machines in the register',
    });
  return { hosts, unknown: keys && !of && !behind ? new Set(keys).size - hosts.length : 0 };
}
