import { Button, Group, Menu, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { INPUT_NAMES, INPUTS, type InputName, isInputName } from '../../../../areas/prepare/plans/words.ts';
import { call, type ReplyOf } from '../api.ts';
import { useSpeech } from '../language.tsx';
import { useMay } from '../me.ts';
import { InputValue } from '../prepare/plans/criterion.tsx';
import { PlanView } from '../prepare/plans/plan-view.tsx';
import { PLAN } from '../prepare/plans/words.ts';
import { VALUE_WORDS } from '../prepare/registers/words.ts';
import { useAct } from '../ui/form.tsx';
import { Mark } from '../ui/mark.tsx';
import { Loaded } from '../ui/query-state.tsx';
import { SideDrawer } from '../ui/side-drawer.tsx';
import { FillTemplate } from './fill-template.tsx';

type Reply = ReplyOf<'POST /api/respond/incidents/:id/plan/follow'>;
export type StampedPlan = NonNullable<Reply['plan']>;
type Followed = NonNullable<Reply['followed']>;
export type Estimates = Readonly<Partial<Record<InputName, number | string | boolean>>>;

/** What the incident knows by itself is not asked again. */
const KNOWN: readonly InputName[] = ['severity', 'situation'];

/** The plan of an incident in its side column; the whole of it opens beside. */
export function IncidentPlan({ incidentId }: { incidentId: string }) {
  const { say } = useSpeech();
  const [estimates, setEstimates] = useState<Estimates>({});
  const [open, setOpen] = useState(false);
  const query = useQuery({
    queryKey: ['incident', incidentId, 'plan', estimates],
    queryFn: ({ signal }) =>
      call(
        'POST /api/respond/incidents/:id/plan/follow',
        { params: { id: incidentId }, body: { inputs: { ...estimates } } },
        signal,
      ),
    placeholderData: keepPreviousData,
  });
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={2}>{say(PLAN.incidentPlan)}</Title>
        <ChoosePlan incidentId={incidentId} />
      </Group>
      <Loaded query={query}>
        {({ plan, followed }) =>
          plan && followed ? (
            <>
              <Group gap="sm">
                <Button variant="subtle" size="compact-md" onClick={() => setOpen(true)}>
                  {plan.name}
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
                    <Estimating estimates={estimates} onChange={setEstimates} />
                    <Says followed={followed} plan={plan} />
                    <Reports incidentId={incidentId} plan={plan} followed={followed} estimates={estimates} />
                    <PlanView plan={plan} nameOf={(id) => plan.people[id] ?? '?'} />
                  </Stack>
                </SideDrawer>
              )}
            </>
          ) : (
            <Text className="quiet">{say(PLAN.noPlan)}</Text>
          )
        }
      </Loaded>
    </Stack>
  );
}

function ChoosePlan({ incidentId }: { incidentId: string }) {
  const { say } = useSpeech();
  const may = useMay()('incident.command');
  const published = useQuery({
    queryKey: ['plans', 'published'],
    queryFn: ({ signal }) => call('GET /api/prepare/plans', {}, signal),
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
            onClick={() => choose.run({ params: { id: incidentId }, body: { plan: key } })}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Level and body that follow from what is known, and what is still to be known. */
function Says({ followed, plan }: { followed: Followed; plan: StampedPlan }) {
  const { say } = useSpeech();
  const level = plan.levels.find((each) => each.level === followed.level);
  return (
    <Stack gap={4}>
      {level ? (
        <Group gap="sm">
          <Mark tone="event">
            {say(PLAN.levelNow)} {level.level} · {level.name}
          </Mark>
          <Mark tone="decision">
            {say(PLAN.conveneNow, { body: say(VALUE_WORDS[level.convene] ?? PLAN.plans) })}
          </Mark>
        </Group>
      ) : (
        <Text className="quiet">{say(PLAN.levelNone)}</Text>
      )}
      {followed.missing.length > 0 && (
        <Text className="quiet">
          {say(PLAN.unknownBut, {
            missing: followed.missing
              .map((input) => (isInputName(input) ? say(INPUTS[input].name) : input))
              .join('、'),
          })}
        </Text>
      )}
    </Stack>
  );
}

function Estimating({
  estimates,
  onChange,
}: {
  estimates: Estimates;
  onChange: (estimates: Estimates) => void;
}) {
  const { say } = useSpeech();
  return (
    <section>
      <Title order={3}>{say(PLAN.estimates)}</Title>
      <Text className="quiet">{say(PLAN.estimatesHint)}</Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} mt="xs">
        {INPUT_NAMES.filter((input) => !KNOWN.includes(input)).map((input) => (
          <InputValue
            key={input}
            input={input}
            label={say(INPUTS[input].name)}
            value={estimates[input]}
            onChange={(value) => onChange({ ...estimates, [input]: value })}
          />
        ))}
      </SimpleGrid>
    </section>
  );
}

const DUE = { yes: PLAN.due, no: PLAN.notDue, unknown: PLAN.dueUnknown } as const;

function Reports({
  incidentId,
  plan,
  followed,
  estimates,
}: {
  incidentId: string;
  plan: StampedPlan;
  followed: Followed;
  estimates: Estimates;
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
        <FillTemplate
          incidentId={incidentId}
          template={template}
          estimates={estimates}
          onClose={() => setFilling('')}
        />
      )}
    </section>
  );
}
