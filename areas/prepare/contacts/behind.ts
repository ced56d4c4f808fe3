import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { type Actor, personOf } from '../../../kernel/caller.ts';
import type { Language } from '../../../kernel/language.ts';
import { nameWithKey } from './rules.ts';
import { keyIdsOf, keysAmong, namesOf } from './store.ts';

/** Who stands behind each "by": the person, and the key they did it with, where it was one. */
export interface Behind {
  readonly personId: string;
  readonly name: string;
  /** What the key is called; undefined where a person acted themselves. */
  readonly key: string | undefined;
}

/** Whoever is known behind these ids of people and keys; ids of anything else are simply not found. */
export async function whoIsBehind(
  trx: Transaction<Tables>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Behind>> {
  const keys = await keysAmong(trx, ids);
  const names = await namesOf(trx, [...ids, ...keys.map(({ personId }) => personId)]);
  const found = new Map<string, Behind>(
    Object.entries(names).map(([personId, name]) => [personId, { personId, name, key: undefined }]),
  );
  for (const { keyId, personId, name: key } of keys)
    found.set(keyId, { personId, name: names[personId] ?? '', key });
  return found;
}

/** The ids under which somebody acts: their own and those of their keys. Of a key, its own alone. */
export const idsOfDoer = async (trx: Transaction<Tables>, id: string): Promise<string[]> => [
  id,
  ...(await keyIdsOf(trx, id)),
];

/** Names of whoever did something, in words: "佐藤 花子", or "佐藤 花子（APIキー「月次連携」）". */
export async function namesBehind(
  trx: Transaction<Tables>,
  ids: readonly string[],
  language: Language,
): Promise<Record<string, string>> {
  const behind = await whoIsBehind(trx, ids);
  return Object.fromEntries([...behind].map(([id, who]) => [id, nameWithKey(who, language)]));
}

/** Whether the person who acts now is the one who did that: the one question every approval by a second person asks. */
export async function didItThemselves(
  trx: Transaction<Tables>,
  actor: Actor,
  by: string | null,
): Promise<boolean> {
  return by !== null && (await didOneThemselves(trx, actor, [by]));
}

/** The same of several: whether any of it was theirs. */
export async function didOneThemselves(
  trx: Transaction<Tables>,
  actor: Actor,
  by: readonly string[],
): Promise<boolean> {
  if (by.length === 0) return false;
  const behind = await whoIsBehind(trx, by);
  const person = personOf(actor);
  return by.some((id) => (behind.get(id)?.personId ?? id) === person);
}
