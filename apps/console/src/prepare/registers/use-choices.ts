import { useContext } from 'react';
import { INPUT_NAMES, INPUTS } from '../../../../../areas/prepare/plans/words.ts';
import { REGISTERS, type RegisterName } from '../../../../../areas/prepare/register-kinds/words.ts';
import { useSpeech } from '../../language.tsx';
import type { Choice } from '../../ui/forms/ask-types.ts';
import { assets, type ChoiceSource, entriesOf, people } from '../../ui/forms/choice-sources.ts';
import { OwnChoices } from './own-choices.ts';

const isRegister = (to: string): to is RegisterName => Object.hasOwn(REGISTERS, to);

/** What there is to point at, of one kind. */
export function sourceOf(to: string | undefined): ChoiceSource | undefined {
  if (to === 'person') return people();
  if (to === 'asset') return assets();
  if (to === 'site') return assets('site');
  return to !== undefined && isRegister(to) ? entriesOf(to) : undefined;
}

export type Choices =
  | { readonly listed: readonly Choice[]; readonly source?: undefined }
  | { readonly source: ChoiceSource; readonly listed?: undefined };

/** What a field of an entry may hold: of what it points at, which the server is asked for, or of what the entry itself holds. */
export function useFieldChoices(field: string, path: string, to: string | undefined): Choices | undefined {
  const { say } = useSpeech();
  const own = useContext(OwnChoices)[field];
  if (own && path.includes('.')) return { listed: own };
  if (field === 'input')
    return { listed: INPUT_NAMES.map((name) => ({ value: name, label: say(INPUTS[name].name) })) };
  const source = sourceOf(to);
  return source && { source };
}
