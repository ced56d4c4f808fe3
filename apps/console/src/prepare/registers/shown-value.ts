import type { RegisterKind } from '../../../../../areas/prepare/registers/schema.ts';
import { useSpeech } from '../../language.tsx';

/** What a field of an entry says in a list: the words of what is chosen, several as one text, nothing for what is not said. */
export function useShownValue(kind: RegisterKind): (value: unknown) => string {
  const { say, list } = useSpeech();
  const one = (value: unknown): string => {
    const words = typeof value === 'string' ? kind.values[value] : undefined;
    return words ? say(words) : String(value ?? '');
  };
  return (value) => (Array.isArray(value) ? list(value.map(one)) : one(value));
}
