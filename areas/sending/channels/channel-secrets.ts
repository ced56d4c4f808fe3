import type { Field } from '../../../kernel/form.ts';
import { seal, unseal } from '../../../kernel/secret.ts';
import type { StoredChannel } from './store.ts';

/** Splits settings into what may lie open in the table and what is sealed. */
export function closeSettings(
  instanceSecret: Uint8Array,
  fields: readonly Field[],
  settings: Readonly<Record<string, unknown>>,
): StoredChannel {
  const isSecret = (name: string) => fields.some((field) => field.name === name && field.kind === 'secret');
  const entries = Object.entries(settings);
  return {
    settings: Object.fromEntries(entries.filter(([name]) => !isSecret(name))),
    secrets: seal(
      instanceSecret,
      JSON.stringify(Object.fromEntries(entries.filter(([name]) => isSecret(name)))),
    ),
  };
}

export const openSettings = (instanceSecret: Uint8Array, stored: StoredChannel): Record<string, unknown> => ({
  ...stored.settings,
  ...(JSON.parse(unseal(instanceSecret, stored.secrets)) as Record<string, unknown>),
});
