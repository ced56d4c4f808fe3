import { Button, Checkbox, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { contracts as CYCLES } from '../../../../../areas/survey/cycles/contract.ts';
import { MOST_CRITERIA } from '../../../../../areas/survey/cycles/schema.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { freeKey, letteredKeyFrom } from '../../prepare/registers/form/keys.ts';
import { reading } from '../../queries.ts';
import { KeptForm, useKept } from '../../ui/forms/kept-form.tsx';
import { useRouteForm } from '../../ui/forms/use-route-form.ts';
import { IconPlus } from '../../ui/icons.ts';
import { Loaded } from '../../ui/query-state.tsx';
import { fullTime } from '../../ui/time.tsx';
import { W } from '../../words.ts';
import { CYCLE } from './words.ts';

type Edition = ReplyOf<'GET /api/survey/cycles/:id/criteria'>['editions'][number];
type Criterion = Edition['criteria'][number];
const EMPTY: Criterion = { key: '', name: { ja: '', en: '' }, help: { ja: '', en: '' }, needsText: false };

/** By what candidates of a survey are rated, in editions; fixed once somebody rates by them. */
export function Criteria({
  cycleId,
  fixed,
  onDone,
}: {
  cycleId: string;
  fixed: boolean;
  onDone: () => void;
}) {
  const { say, language } = useSpeech();
  const query = useQuery(
    reading('GET /api/survey/cycles/:id/criteria', { params: { id: cycleId } }, 'survey-cycles'),
  );
  return (
    <Loaded query={query}>
      {({ editions }) => (
        <Stack>
          {fixed && <Text className="quiet">{say(CYCLE.criteriaFixed)}</Text>}
          {editions[0] && <Form cycleId={cycleId} newest={editions[0]} fixed={fixed} onDone={onDone} />}
          <section aria-label={say(W.versionHistory)}>
            <h3>{say(W.versionHistory)}</h3>
            <Stack gap="sm">
              {editions.map(({ edition, since, criteria }) => (
                <div key={edition}>
                  <Text fw={600}>
                    {say(CYCLE.edition, { n: edition })} · {fullTime(since, language)}
                  </Text>
                  {criteria.map(({ key, name }) => (
                    <Text key={key} className="quiet">
                      {say(name)}
                    </Text>
                  ))}
                </div>
              ))}
            </Stack>
          </section>
        </Stack>
      )}
    </Loaded>
  );
}

function Form({
  cycleId,
  newest,
  fixed,
  onDone,
}: {
  cycleId: string;
  newest: Edition;
  fixed: boolean;
  onDone: () => void;
}) {
  const { say } = useSpeech();
  const manage = useMay()('survey.manage') && !fixed;
  const { stays, done } = useKept(onDone);
  const form = useRouteForm(CYCLES, 'PUT /api/survey/cycles/:id/criteria', {
    begin: { criteria: newest.criteria },
    given: { id: cycleId, seen: newest.edition },
    stale: ['survey-cycles'],
    said: say(W.saved),
    done,
  });
  const criteria = (form.values.criteria || []) as readonly Criterion[];
  const set = (next: Criterion[]) => form.set('criteria', next);
  return (
    <KeptForm form={form} stays={stays} manage={manage} onCancel={onDone}>
      {form.wrong('criteria') && <p role="alert">{form.wrong('criteria')}</p>}
      {criteria.map((criterion, at) => (
        <OneCriterion
          // biome-ignore lint/suspicious/noArrayIndexKey: a criterion is its place while one types
          key={at}
          at={at}
          criterion={criterion}
          taken={new Set(criteria.map(({ key }) => key))}
          wrong={(field) => form.wrong(`criteria.${at}.${field}`)}
          onChange={(changed) => set(criteria.map((each, i) => (i === at ? changed : each)))}
          onRemove={() => set(criteria.filter((_, i) => i !== at))}
        />
      ))}
      {manage && criteria.length < MOST_CRITERIA && (
        <Group>
          <Button
            variant="default"
            leftSection={<IconPlus size={14} />}
            onClick={() => set([...criteria, EMPTY])}
          >
            {say(CYCLE.addCriterion)}
          </Button>
        </Group>
      )}
    </KeptForm>
  );
}

function OneCriterion({
  at,
  criterion,
  taken,
  wrong,
  onChange,
  onRemove,
}: {
  at: number;
  criterion: Criterion;
  taken: ReadonlySet<string>;
  wrong: (field: string) => string | undefined;
  onChange: (criterion: Criterion) => void;
  onRemove: () => void;
}) {
  const { say } = useSpeech();
  const { key, name, help, needsText } = criterion;
  return (
    <fieldset className="claim">
      <legend>{say(CYCLE.criterion, { n: at + 1 })}</legend>
      <Stack gap="sm">
        <Group align="start" grow preventGrowOverflow={false}>
          <TextInput
            label={say(CYCLE.nameJa)}
            required
            value={name.ja}
            error={wrong('name.ja')}
            onChange={({ currentTarget: { value } }) =>
              onChange({ ...criterion, name: { ...name, ja: value } })
            }
          />
          <TextInput
            label={say(CYCLE.nameEn)}
            required
            value={name.en}
            error={wrong('name.en') ?? wrong('key')}
            onChange={({ currentTarget: { value } }) =>
              onChange({ ...criterion, name: { ...name, en: value } })
            }
            // Its key follows the English name once, and stays.
            onBlur={() =>
              key === '' &&
              onChange({ ...criterion, key: freeKey(letteredKeyFrom(name.en, 'criterion'), taken) })
            }
          />
        </Group>
        {(['ja', 'en'] as const).map((language) => (
          <Textarea
            key={language}
            autosize
            label={say(language === 'ja' ? CYCLE.helpJa : CYCLE.helpEn)}
            value={help[language]}
            error={wrong(`help.${language}`)}
            onChange={({ currentTarget: { value } }) =>
              onChange({ ...criterion, help: { ...help, [language]: value } })
            }
          />
        ))}
        <Group justify="space-between">
          <Checkbox
            label={say(CYCLE.needsText)}
            checked={needsText}
            onChange={({ currentTarget: { checked } }) => onChange({ ...criterion, needsText: checked })}
          />
          <Button variant="subtle" color="red" onClick={onRemove}>
            {say(W.remove)}
          </Button>
        </Group>
      </Stack>
    </fieldset>
  );
}
