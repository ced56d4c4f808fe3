import { MultiSelect, type MultiSelectProps, Select, type SelectProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ROLE_NAMES, ROLES, type Role } from '../../../../../areas/roles.ts';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { W } from '../../words.ts';
import { PEOPLE } from './words.ts';

export const isRole = (name: string): name is Role => Object.hasOwn(ROLES, name);

/** What is told of anybody, new or known: roles, unit, language. */
export function PersonFields({
  form,
}: {
  form: {
    list: (name: 'roles', label: string) => MultiSelectProps<string>;
    choice: (name: 'unitId' | 'language', label: string) => SelectProps<string>;
  };
}) {
  const { say } = useSpeech();
  const units = useQuery(reading('GET /api/prepare/units', {}, 'units'));
  return (
    <>
      <MultiSelect
        {...form.list('roles', say(PEOPLE.roles))}
        data={ROLE_NAMES.map((role) => ({ value: role, label: say(ROLES[role].name) }))}
      />
      <Select
        {...form.choice('unitId', say(W.unit))}
        clearable
        data={(units.data?.units ?? []).map((unit) => ({
          value: unit.id,
          label: `${'　'.repeat(unit.depth)}${unit.name}`,
        }))}
      />
      <Select
        {...form.choice('language', say(PEOPLE.language))}
        description={say(PEOPLE.languageHint)}
        allowDeselect={false}
        data={[
          { value: 'ja', label: '日本語' },
          { value: 'en', label: 'English' },
        ]}
      />
    </>
  );
}
