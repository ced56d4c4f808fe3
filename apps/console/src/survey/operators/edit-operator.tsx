import { Group, Select, Textarea, TextInput } from '@mantine/core';
import type { Contact } from '../../../../../areas/survey/content/schema.ts';
import { LIST_WORDS } from '../../../../../areas/survey/editions/words.ts';
import { contracts as OPERATORS_ROUTES } from '../../../../../areas/survey/operators/contract.ts';
import { WAYS } from '../../../../../areas/survey/operators/schema.ts';
import { WAY_WORDS } from '../../../../../areas/survey/operators/words.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { KeptForm, useKept } from '../../ui/forms/kept-form.tsx';
import { useRouteForm } from '../../ui/forms/use-route-form.ts';
import { W } from '../../words.ts';
import { ContactsField } from './contacts-field.tsx';
import type { Operator } from './operators-page.tsx';
import { OPERATORS } from './words.ts';

export type Lists = ReplyOf<'GET /api/survey/lists'>['lists'];

const FRESH: Omit<Operator, 'id' | 'version' | 'verifiedAt' | 'verifiedHow' | 'endedAt' | 'changedAt'> = {
  name: '',
  sector: null,
  designated: null,
  way: 'direct',
  via: '',
  contacts: [],
  note: '',
};

interface Of {
  readonly lists: Lists;
  readonly onDone: () => void;
}

/** An operator as a form, new or changed on the version one read. */
export function EditOperator({ operator, ...rest }: Of & { operator: Operator | undefined }) {
  return operator ? <Change {...rest} operator={operator} /> : <Add {...rest} />;
}

/** What both forms are sent with. */
function useKeeping(onDone: () => void) {
  const { say } = useSpeech();
  const { stays, done } = useKept(onDone);
  return { stays, options: { stale: ['survey-operators'] as const, said: say(W.saved), done } };
}

function Add({ lists, onDone }: Of) {
  const { stays, options } = useKeeping(onDone);
  const form = useRouteForm(OPERATORS_ROUTES, 'POST /api/survey/operators', { begin: FRESH, ...options });
  return <Fields form={form} lists={lists} stays={stays} onDone={onDone} />;
}

function Change({ operator, lists, onDone }: Of & { operator: Operator }) {
  const { stays, options } = useKeeping(onDone);
  const { id, version, name, sector, designated, way, via, contacts, note } = operator;
  const form = useRouteForm(OPERATORS_ROUTES, 'PUT /api/survey/operators/:id', {
    begin: { name, sector, designated, way, via, contacts, note },
    given: { id, seen: version },
    ...options,
  });
  return <Fields form={form} lists={lists} stays={stays} onDone={onDone} />;
}

type Form = Omit<
  ReturnType<typeof useRouteForm<typeof OPERATORS_ROUTES, 'POST /api/survey/operators'>>,
  'data'
>;

function Fields({ form, lists, stays, onDone }: Of & { form: Form; stays: () => boolean }) {
  const { say } = useSpeech();
  const listed = (list: 'sectors' | 'designated') => ({
    clearable: true,
    searchable: true,
    data: (lists.find((each) => each.list === list)?.entries ?? [])
      .filter(({ key, ended }) => !ended || form.values[list === 'sectors' ? 'sector' : list] === key)
      .map(({ key, name }) => ({ value: key, label: say(name) })),
  });
  const key = (field: 'sector' | 'designated', label: string) => ({
    ...form.choice(field, label),
    onChange: (value: string | null) => form.set(field, value),
  });
  return (
    <KeptForm form={form} stays={stays} onCancel={onDone}>
      <TextInput {...form.text('name', say(OPERATORS.name))} />
      <Group grow align="start" preventGrowOverflow={false}>
        <Select {...key('sector', say(LIST_WORDS.sectors))} {...listed('sectors')} />
        <Select {...key('designated', say(OPERATORS.designated))} {...listed('designated')} />
      </Group>
      <Group grow align="start" preventGrowOverflow={false}>
        <Select
          {...form.choice('way', say(OPERATORS.way))}
          allowDeselect={false}
          data={WAYS.map((value) => ({ value, label: say(WAY_WORDS[value]) }))}
        />
        {form.values.way !== 'direct' && <TextInput {...form.text('via', say(OPERATORS.via))} />}
      </Group>
      <ContactsField
        contacts={(form.values.contacts || []) as readonly Contact[]}
        wrong={form.wrong}
        onChange={(next) => form.set('contacts', next)}
      />
      <Textarea autosize {...form.text('note', say(OPERATORS.note))} />
    </KeptForm>
  );
}
