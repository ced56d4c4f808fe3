import { Button, Group, Menu, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  BODY_WORDS,
  INPUT_NAMES,
  INPUTS,
  type InputName,
  inputOf,
  isInputName,
} from '../../../../../areas/prepare/plans/words.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { InputValue } from '../../prepare/plans/criterion.tsx';
import { PlanView } from '../../prepare/plans/plan-view.tsx';
import { PLAN } from '../../prepare/plans/words.ts';
import { reading } from '../../queries.ts';
import { useAct } from '../../ui/form.tsx';
import type { Past } from '../../ui/forms/past-time.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Part } from '../../ui/part.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { FillTemplate } from './fill-template.tsx';

const PastTime = lazyPart(() => import('../../ui/forms/past-time.tsx'), 'PastTime');

type Reply = ReplyOf<'GET /api/respond/incidents/:id/plan'>;
export type StampedPlan = NonNullable<Reply['plan']>;
type Followed = NonNullable<Reply['followed']>;
type Estimates = Readonly<Partial<Record<InputName, number | string | boolean>>>;

/** What the incident knows by itself is not asked again. */
const KNOWN: readonly InputName[] = ['severity', 'situation'];

/** The plan of an incident in its side column; the whole of it opens beside. */
export function IncidentPlan({ incidentId }: { incidentId: string }) {
  const { say } = useSpeech();
  const [open, setOpen] = useState(false);
  const query = useQuery(
    reading(
      'GET /api/respond/incidents/:id/plan',
      { params: { id: incidentId } },
      'room',
      'incident',
      'plans',
    ),
  );
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={2}>{say(PLAN.incidentPlan)}</Title>
        <ChoosePlan incidentId={incidentId} under={query.data && underOf(query.data.plan)} />
      </Group>
      <Loaded query={query}>
        {({ plan, followed, fits, estimates }) =>
          plan && followed ? (
            <>
              {fits && <Fits incidentId={incidentId} fits={fits} under={underOf(plan)} />}
              <Group gap="sm">
                <Button variant="light" size="compact-md" onClick={() => setOpen(true)}>
                  {plan.name} ›
                </Button>
                <Text className="quiet">{say(PLAN.version, { version: plan.version })}</Text>
              </Group>
              {plan.newer !== null && (
                <Mark tone="decision">
                  {say(PLAN.newerExists, { version: plan.newer, own: plan.version })}
                </Mark>
              )}
              <Says followed={followed} plan={plan} />
              {open && (
                <SideDrawer onClose={() => setOpen(false)} size="xl" title={plan.name}>
                  <Stack>
                    <Estimating incidentId={incidentId} estimates={estimates} />
                    <Says followed={followed} plan={plan} />
                    <Reports incidentId={incidentId} plan={plan} followed={followed} />
                    <PlanView plan={plan} nameOf={(id) => plan.people[id] ?? '?'} />
                  </Stack>
                </SideDrawer>
              )}
            </>
          ) : (
            <>
              <Text className="quiet">{say(PLAN.noPlan)}</Text>
              {fits && <Fits incidentId={incidentId} fits={fits} under={underOf(plan)} />}
            </>
          )
        }
      </Loaded>
    </Stack>
  );
}

type Under = { readonly key: string; readonly version: number } | null;
/** The plan an incident is under, as it was read. */
const underOf = (plan: StampedPlan | null): Under => plan && { key: plan.key, version: plan.version };
const asText = (value: number | string | boolean | undefined): string | null =>
  value === undefined ? null : String(value);

function ChoosePlan({ incidentId, under }: { incidentId: string; under: Under | undefined }) {
  const { say } = useSpeech();
  const may = useMay()('incident.command');
  const published = useQuery({
    ...reading('GET /api/prepare/plans', {}, 'plans'),
    enabled: may,
  });
  const choose = useAct('PUT /api/respond/incidents/:id/plan', {
    stale: ['incident', 'timeline'],
    said: say(PLAN.applied),
  });
  if (!may || !published.data?.plans.length) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="compact-sm" variant="default" loading={choose.pending}>
          {say(PLAN.choosePlan)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {published.data.plans.map(({ key, name }) => (
          <Menu.Item
            key={key}
            onClick={() => choose.run({ params: { id: incidentId }, body: { plan: key, seen: under } })}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** What is known has changed, and with it which plan is meant for this. */
function Fits({
  incidentId,
  fits,
  under,
}: {
  incidentId: string;
  fits: NonNullable<Reply['fits']>;
  under: Under;
}) {
  const { say } = useSpeech();
  const may = useMay()('incident.command');
  const choose = useAct('PUT /api/respond/incidents/:id/plan', {
    stale: ['incident', 'timeline'],
    said: say(PLAN.applied),
  });
  return (
    <Group gap="sm">
      <Mark tone="decision">{say(PLAN.otherFits, { name: fits.name })}</Mark>
      {may && (
        <Button
          size="compact-md"
          variant="default"
          className="no-print"
          loading={choose.pending}
          onClick={() => choose.run({ params: { id: incidentId }, body: { plan: fits.key, seen: under } })}
        >
          {say(PLAN.applyIt)}
        </Button>
      )}
    </Group>
  );
}

/** Level and body that follow from what is known, and what is still to be known. */
function Says({ followed, plan }: { followed: Followed; plan: StampedPlan }) {
  const { say, list } = useSpeech();
  const level = plan.levels.find((each) => each.level === followed.level);
  return (
    <Stack gap={4}>
      {level ? (
        <Group gap="sm">
          <Mark tone="event">
            {say(PLAN.levelNow)} {level.level} · {level.name}
          </Mark>
          <Mark tone="decision">{say(PLAN.conveneNow, { body: say(BODY_WORDS[level.convene]) })}</Mark>
        </Group>
      ) : (
        <Text className="quiet">
          {say(followed.missing.length > 0 ? PLAN.levelUnsettled : PLAN.levelNone)}
        </Text>
      )}
      {followed.missing.length > 0 && (
        <Text className="quiet">
          {say(PLAN.unknownBut, {
            missing: list(
              followed.missing.map((input) => (isInputName(input) ? say(INPUTS[input].name) : input)),
            ),
          })}
        </Text>
      )}
    </Stack>
  );
}

function Estimating({ incidentId, estimates }: { incidentId: string; estimates: Estimates }) {
  const { say } = useSpeech();
  const may = useMay()('timeline.write');
  const save = useAct('PUT /api/respond/incidents/:id/estimate', { stale: ['incident', 'timeline'] });
  const [happened, setHappened] = useState<Past | null>(null);
  return (
    <section>
      <Title order={3}>{say(PLAN.estimates)}</Title>
      <Text className="quiet">{say(PLAN.estimatesHint)}</Text>
      <fieldset className="bare" disabled={!may}>
        <Part>
          <PastTime value={happened} error={save.wrong('happened.at')} onChange={setHappened} />
        </Part>
        <SimpleGrid cols={{ base: 1, sm: 2 }} mt="xs">
          {INPUT_NAMES.filter((input) => !KNOWN.includes(input)).map((input) => (
            <Estimate
              key={`${input} ${estimates[input] ?? ''}`}
              input={input}
              value={estimates[input]}
              onSave={(value) =>
                save.run({
                  params: { id: incidentId },
                  body: { input, value, happened, seen: asText(estimates[input]) },
                })
              }
            />
          ))}
        </SimpleGrid>
      </fieldset>
    </section>
  );
}

/** One estimate; a figure is kept when its field is left, so that half a number is never recorded. */
function Estimate({
  input,
  value,
  onSave,
}: {
  input: InputName;
  value: number | string | boolean | undefined;
  onSave: (value: string | null) => void;
}) {
  const { say } = useSpeech();
  const [written, setWritten] = useState(value === undefined ? '' : String(value));
  const keep = () => {
    const plain = written.normalize('NFKC').replaceAll(',', '').trim();
    if (plain !== (value === undefined ? '' : String(value))) onSave(plain === '' ? null : plain);
  };
  if (inputOf(input).type === 'number')
    return (
      <TextInput
        label={say(INPUTS[input].name)}
        inputMode="numeric"
        value={written}
        onChange={(e) => setWritten(e.currentTarget.value)}
        onBlur={keep}
        onKeyDown={(e) => e.key === 'Enter' && !e.nativeEvent.isComposing && keep()}
      />
    );
  return (
    <InputValue
      input={input}
      label={say(INPUTS[input].name)}
      value={value}
      onChange={(next) => onSave(String(next))}
    />
  );
}

const DUE = { yes: PLAN.due, no: PLAN.notDue, unknown: PLAN.dueUnknown } as const;

function Reports({
  incidentId,
  plan,
  followed,
}: {
  incidentId: string;
  plan: StampedPlan;
  followed: Followed;
}) {
  const { say } = useSpeech();
  const [filling, setFilling] = useState('');
  const template = plan.templates.find(({ key }) => key === filling);
  return (
    <section>
      <ul className="findings">
        {followed.reports.map((report) => (
          <li key={`${report.to} ${report.template}`}>
            <Group gap="sm">
              <Mark tone={report.due === 'yes' ? 'event' : 'quiet'}>{say(DUE[report.due])}</Mark>
              <strong>{report.to}</strong>
              <span className="quiet">{say(PLAN.minutes, { n: report.withinMinutes })}</span>
              <Button size="compact-sm" variant="default" onClick={() => setFilling(report.template)}>
                {say(PLAN.fill)}
              </Button>
            </Group>
          </li>
        ))}
      </ul>
      {template && (
        <FillTemplate incidentId={incidentId} template={template} onClose={() => setFilling('')} />
      )}
    </section>
  );
}
