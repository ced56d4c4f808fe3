import { useContext } from 'react';
import { INPUT_NAMES, INPUTS } from '../../../../../areas/prepare/plans/words.ts';
import type { RegisterName } from '../../../../../areas/prepare/registers/words.ts';
import { useSpeech } from '../../language.tsx';
import type { Choice } from '../../ui/forms/ask-types.ts';
import { assets, type ChoiceSource, entriesOf, people } from '../../ui/forms/choice-sources.ts';
import { OwnChoices } from './own-choices.ts';

const register = (name: RegisterName): ChoiceSource => entriesOf(name);
const ASSETS = assets();
const SITES = assets('site');
const PEOPLE = people();

/** What a field of that name points at. */
const POINTS: Readonly<Record<string, ChoiceSource>> = {
  personId: PEOPLE,
  deputyIds: PEOPLE,
  covers: ASSETS,
  needs: ASSETS,
  site: SITES,
  sites: SITES,
  under: register('parties'),
  derivedFrom: register('fallbacks'),
  roster: register('rosters'),
  calendar: register('calendars'),
};

export type Choices =
  | { readonly listed: readonly Choice[]; readonly source?: undefined }
  | { readonly source: ChoiceSource; readonly listed?: undefined };

/** What a field that points at something may point at: a few, or what the server is asked for; undefined for any other field. */
export function useChoices(field: string, path: string): Choices | undefined {
  const { say } = useSpeech();
  const own = useContext(OwnChoices)[field];
  if (own && path.includes('.')) return { listed: own };
  if (field === 'input')
    return { listed: INPUT_NAMES.map((name) => ({ value: name, label: say(INPUTS[name].name) })) };
  const source = Object.hasOwn(POINTS, field) ? POINTS[field] : undefined;
  return source && { source };
}
