import { useQuery } from '@tanstack/react-query';
import { useContext } from 'react';
import { INPUT_NAMES, INPUTS } from '../../../../../areas/prepare/plans/words.ts';
import { REGISTERS, type RegisterName } from '../../../../../areas/prepare/register-kinds/words.ts';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { peopleChoices, usePeople } from '../people/people.ts';
import { everyEntry } from './all-entries.ts';
import { OwnChoices } from './own-choices.ts';

export type Choice = { value: string; label: string };
const isRegister = (to: string): to is RegisterName => Object.hasOwn(REGISTERS, to);

/** What there is to point at, of one kind; undefined where nothing is asked for. */
export function useChoices(to: string | undefined): Choice[] | undefined {
  const people = usePeople({ enabled: to === 'person' });
  const assets = useQuery({
    ...reading(
      'GET /api/prepare/assets',
      { query: { limit: 500, kind: to === 'site' ? 'site' : 'any' } },
      'assets',
    ),
    enabled: to === 'asset' || to === 'site',
  });
  const register = to !== undefined && isRegister(to) ? to : undefined;
  const entries = useQuery({
    ...everyEntry(register ?? 'parties'),
    enabled: register !== undefined,
  });
  if (to === undefined) return undefined;
  if (to === 'person') return peopleChoices(people);
  if (to === 'asset' || to === 'site')
    return (assets.data?.assets ?? []).map(({ key, name }) => ({ value: key, label: `${name} (${key})` }));
  return (entries.data?.entries ?? []).map(({ key, entry }) => ({
    value: key,
    label: `${String(entry['name'])} (${key})`,
  }));
}

/** The choices of a field of an entry: of what it points at, or of what the entry itself holds. */
export function useFieldChoices(field: string, path: string, to: string | undefined): Choice[] | undefined {
  const { say } = useSpeech();
  const own = useContext(OwnChoices)[field];
  const choices = useChoices(to);
  if (own && path.includes('.')) return own;
  if (field === 'input') return INPUT_NAMES.map((name) => ({ value: name, label: say(INPUTS[name].name) }));
  return choices;
}
