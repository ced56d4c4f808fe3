import { useQuery } from '@tanstack/react-query';
import { useContext } from 'react';
import { INPUT_NAMES, INPUTS } from '../../../../../areas/prepare/plans/words.ts';
import { REGISTER_NAMES, type RegisterName } from '../../../../../areas/prepare/register-kinds/words.ts';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { peopleChoices, usePeople } from '../people/people.ts';
import { everyEntry } from './all-entries.ts';
import { OwnChoices } from './own-choices.ts';

/** What a field of that name points at. */
const POINTS: Readonly<Record<string, 'person' | 'asset' | 'site' | RegisterName>> = {
  personId: 'person',
  deputyIds: 'person',
  covers: 'asset',
  needs: 'asset',
  site: 'site',
  sites: 'site',
  under: 'parties',
  derivedFrom: 'fallbacks',
  roster: 'rosters',
  calendar: 'calendars',
};
const isRegister = (to: string): to is RegisterName => (REGISTER_NAMES as readonly string[]).includes(to);

/** The choices of a field that points at something, or undefined for any other field. */
export function useChoices(field: string, path: string): { value: string; label: string }[] | undefined {
  const { say } = useSpeech();
  const own = useContext(OwnChoices)[field];
  const to = POINTS[field];
  const people = usePeople({ enabled: to === 'person' });
  const assets = useQuery({
    ...reading(
      'GET /api/prepare/assets',
      { query: { limit: 500, kind: to === 'site' ? 'site' : 'any' } },
      'assets',
    ),
    enabled: to === 'asset' || to === 'site',
  });
  const register = to !== undefined && isRegister(to) ? to : 'parties';
  const entries = useQuery({
    ...everyEntry(register),
    enabled: to !== undefined && isRegister(to),
  });
  if (own && path.includes('.')) return own;
  if (field === 'input') return INPUT_NAMES.map((name) => ({ value: name, label: say(INPUTS[name].name) }));
  if (to === undefined) return undefined;
  if (to === 'person') return peopleChoices(people);
  if (to === 'asset' || to === 'site')
    return (assets.data?.assets ?? []).map(({ key, name }) => ({ value: key, label: `${name} (${key})` }));
  return (entries.data?.entries ?? []).map(({ key, entry }) => ({
    value: key,
    label: `${String(entry['name'])} (${key})`,
  }));
}
