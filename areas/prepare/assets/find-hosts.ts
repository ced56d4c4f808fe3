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
      en: 'Say which: of a system, by a filter, by what they are behind, or by a list',
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
      ja: '当てはまる機器が台帳にありません',
      en: 'No machine of the register fits',
    });
  return { hosts, unknown: keys && !of && !behind ? new Set(keys).size - hosts.length : 0 };
}
