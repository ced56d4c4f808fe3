import { notifications } from '@mantine/notifications';
import { keysTyped } from '../../../../../areas/respond/sweeps/rules.ts';
import type { useSpeech } from '../../language.tsx';
import { type Answers, type AskField, textOf } from './ask-values.ts';
import { RECOVERY } from './recovery-words.ts';

type Say = ReturnType<typeof useSpeech>['say'];
export const some = (value: unknown): string | undefined => textOf(value).trim() || undefined;
/** Keys in a pasted list; undefined where nothing was pasted. */
export const keysIn = (value: unknown): string[] | undefined => {
  const keys = keysTyped(textOf(value));
  return keys.length > 0 ? keys : undefined;
};

/** Which machines of the register: of a system, behind something, by a filter, or from a list. */
export const hostFields = (say: Say): AskField[] => [
  { name: 'of', label: say(RECOVERY.ofSystem), kind: 'asset', optional: true },
  { name: 'behind', label: say(RECOVERY.behind), kind: 'asset', optional: true },
  ...(['class', 'company', 'os', 'product', 'productVersion'] as const).map((name) => ({
    name,
    label: say(RECOVERY[name]),
    kind: 'line' as const,
    optional: true,
  })),
  { name: 'keys', label: say(RECOVERY.keys), kind: 'text', optional: true },
];
export const hostsAsked = (a: Answers) => ({
  of: some(a['of']),
  behind: some(a['behind']),
  class: some(a['class']),
  company: some(a['company']),
  os: some(a['os']),
  product: some(a['product']),
  productVersion: some(a['productVersion']),
  keys: keysIn(a['keys']),
});
/** Says how many were put on, and that some of a list are not in the register. */
export const tellAdded = (say: Say, { added, unknown }: { added: number; unknown: number }): void => {
  notifications.show({
    message: say(RECOVERY.added, { n: added.toLocaleString(), unknown }),
    color: unknown > 0 ? 'yellow' : 'green',
  });
};
