import { TextInput } from '@mantine/core';
import { contracts as EDITIONS_ROUTES } from '../../../../../areas/survey/editions/contract.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { KeptForm, useKept } from '../../ui/forms/kept-form.tsx';
import { useRouteForm } from '../../ui/forms/use-route-form.ts';
import { W } from '../../words.ts';
import { ListItems } from './list-items.tsx';
import type { SurveyList } from './lists-page.tsx';
import { LISTS } from './words.ts';

/** A list as a form; kept, it is another edition. */
export function EditList({ given, onDone }: { given: SurveyList; onDone: () => void }) {
  const { say } = useSpeech();
  const manage = useMay()('survey.manage');
  const { stays, done } = useKept(onDone);
  const { list, edition, name, source, groups, entries } = given;
  const form = useRouteForm(EDITIONS_ROUTES, 'PUT /api/survey/lists/:list', {
    begin: { name, source, groups, entries },
    given: { list, seen: edition },
    stale: ['survey-lists'],
    said: say(W.saved),
    done,
  });
  const both = form.values.name || name;
  const called = (language: 'ja' | 'en', label: string) => ({
    label,
    required: true,
    value: both[language],
    error: form.wrong(`name.${language}`),
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      form.set('name', { ...both, [language]: value }),
  });
  return (
    <KeptForm form={form} stays={stays} manage={manage} onCancel={onDone}>
      <TextInput {...called('ja', say(LISTS.nameJa))} />
      <TextInput {...called('en', say(LISTS.nameEn))} />
      <TextInput {...form.text('source', say(LISTS.source))} />
      <ListItems
        list={list}
        groups={groups}
        before={entries}
        entries={(form.values.entries || entries) as SurveyList['entries']}
        manage={manage}
        wrong={form.wrong}
        onChange={(next) => form.set('entries', next)}
      />
    </KeptForm>
  );
}
