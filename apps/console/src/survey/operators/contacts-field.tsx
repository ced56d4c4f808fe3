import { Button, Group, Stack, TextInput } from '@mantine/core';
import { type Contact, MOST } from '../../../../../areas/survey/content/schema.ts';
import { useSpeech } from '../../language.tsx';
import { IconPlus } from '../../ui/icons.ts';
import { W } from '../../words.ts';
import { OPERATORS } from './words.ts';

const EMPTY: Contact = { name: '', role: '', email: '', phone: '' };

/** Whom one writes to or calls there, each in a group of fields. */
export function ContactsField({
  contacts,
  wrong,
  onChange,
}: {
  contacts: readonly Contact[];
  wrong: (field: string) => string | undefined;
  onChange: (contacts: Contact[]) => void;
}) {
  const { say } = useSpeech();
  const labels = { name: W.name, role: OPERATORS.role, email: OPERATORS.email, phone: OPERATORS.phone };
  return (
    <Stack gap="sm">
      <strong>{say(OPERATORS.contacts)}</strong>
      {contacts.map((contact, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a contact is its place
        <fieldset key={at} className="claim">
          <legend>{say(OPERATORS.contact, { n: at + 1 })}</legend>
          <Group align="start" grow preventGrowOverflow={false}>
            {(['name', 'role', 'email', 'phone'] as const).map((field) => (
              <TextInput
                key={field}
                label={say(labels[field])}
                required={field === 'name'}
                value={contact[field]}
                error={wrong(`contacts.${at}.${field}`)}
                onChange={({ currentTarget: { value } }) =>
                  onChange(contacts.map((each, i) => (i === at ? { ...each, [field]: value } : each)))
                }
              />
            ))}
          </Group>
          <Group justify="end" mt="xs">
            <Button
              variant="subtle"
              color="red"
              onClick={() => onChange(contacts.filter((_, i) => i !== at))}
            >
              {say(W.remove)}
            </Button>
          </Group>
        </fieldset>
      ))}
      {contacts.length < MOST.contacts && (
        <Group>
          <Button
            variant="default"
            leftSection={<IconPlus size={14} />}
            onClick={() => onChange([...contacts, EMPTY])}
          >
            {say(OPERATORS.addContact)}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
