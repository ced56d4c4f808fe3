import { Stack, Text, TextInput } from '@mantine/core';
import type { Deadline } from '../../../../../areas/respond/regimes/schema.ts';
import { dueWords } from '../../../../../areas/respond/regimes/words.ts';
import { contracts as DEADLINES_ROUTES } from '../../../../../areas/survey/deadlines/contract.ts';
import { STAGE_WORDS } from '../../../../../areas/survey/terms/words.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { DeadlinesField } from '../../settings/regimes/deadlines-field.tsx';
import { KeptForm, useKept } from '../../ui/forms/kept-form.tsx';
import { useRouteForm } from '../../ui/forms/use-route-form.ts';
import { fullTime } from '../../ui/time.tsx';
import { W } from '../../words.ts';
import { LISTS } from './words.ts';

type Editions = ReplyOf<'GET /api/survey/deadlines'>['editions'];
type Edition = Editions[number];

/** By when reports are wanted, as a form; kept, it is another edition. What it was before stands below. */
export function EditDeadlines({ editions, onDone }: { editions: Editions; onDone: () => void }) {
  const { say, language } = useSpeech();
  const [newest] = editions;
  return (
    <Stack>
      <Text className="quiet">{say(LISTS.deadlinesHint)}</Text>
      {newest && <Form newest={newest} onDone={onDone} />}
      <section aria-label={say(W.versionHistory)}>
        <h3>{say(W.versionHistory)}</h3>
        <Stack gap="sm">
          {editions.map(({ edition, since, deadlines }) => (
            <div key={edition}>
              <Text fw={600}>
                {say(LISTS.edition, { n: edition })} ·{' '}
                {since ? fullTime(since, language) : say(LISTS.brought)}
              </Text>
              {deadlines.map((deadline) => (
                <Text key={deadline.stage} className="quiet">
                  {say(STAGE_WORDS[deadline.stage])} {dueWords(deadline, say)}
                </Text>
              ))}
            </div>
          ))}
        </Stack>
      </section>
    </Stack>
  );
}

function Form({ newest: { edition, source, deadlines }, onDone }: { newest: Edition; onDone: () => void }) {
  const { say } = useSpeech();
  const manage = useMay()('survey.manage');
  const { stays, done } = useKept(onDone);
  const form = useRouteForm(DEADLINES_ROUTES, 'PUT /api/survey/deadlines', {
    begin: { source, deadlines },
    given: { seen: edition },
    stale: ['survey-lists'],
    said: say(W.saved),
    done,
  });
  return (
    <KeptForm form={form} stays={stays} manage={manage} onCancel={onDone}>
      <TextInput {...form.text('source', say(LISTS.source))} />
      <DeadlinesField
        deadlines={(form.values.deadlines || []) as readonly Deadline[]}
        wrong={form.wrong}
        onChange={(next) => form.set('deadlines', next)}
      />
    </KeptForm>
  );
}
