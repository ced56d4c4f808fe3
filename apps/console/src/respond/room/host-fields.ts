import { notifications } from '@mantine/notifications';
import type { HostsWanted } from '../../../../../areas/prepare/assets/schema.ts';
import type { useSpeech } from '../../language.tsx';
import type { AskFields } from '../../ui/forms/ask-types.ts';
import { RECOVERY } from './recovery-words.ts';

type Say = ReturnType<typeof useSpeech>['say'];

/** Which machines of the register: of a system, behind something, by a filter, or from a list. */
export const hostFields = (say: Say): AskFields<HostsWanted> => ({
  of: { label: say(RECOVERY.ofSystem), kind: 'asset' },
  behind: { label: say(RECOVERY.behind), kind: 'asset' },
  class: { label: say(RECOVERY.class), kind: 'line' },
  company: { label: say(RECOVERY.company), kind: 'line' },
  os: { label: say(RECOVERY.os), kind: 'line' },
  product: { label: say(RECOVERY.product), kind: 'line' },
  productVersion: { label: say(RECOVERY.productVersion), kind: 'line' },
  keys: { label: say(RECOVERY.keys), kind: 'keys' },
});

/** A part of the machines that an incident affects. */
export const partFields = (
  say: Say,
): AskFields<{ class?: string | undefined; company?: string | undefined; site?: string | undefined }> => ({
  class: { label: say(RECOVERY.class), kind: 'line' },
  company: { label: say(RECOVERY.company), kind: 'line' },
  site: { label: say(RECOVERY.site), kind: 'line' },
});

/** Says how many were put on, and that some of a list are not in the register. */
export const tellAdded = (say: Say, { added, unknown }: { added: number; unknown: number }): void => {
  notifications.show({
    message: say(RECOVERY.added, { n: added.toLocaleString(), unknown }),
    color: unknown > 0 ? 'yellow' : 'green',
  });
};
