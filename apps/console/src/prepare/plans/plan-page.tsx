import { Button, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { PLANS } from '../../../../../areas/prepare/plans/register.ts';
import type { Plan } from '../../../../../areas/prepare/plans/schema.ts';
import { call } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { about, reading } from '../../queries.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { useAct } from '../../ui/form.tsx';
import { people } from '../../ui/forms/choice-sources.ts';
import { useNames } from '../../ui/forms/use-names.ts';
import { Mark } from '../../ui/mark.tsx';
import { Empty, Loaded } from '../../ui/query-state.tsx';
import { W } from '../../words.ts';
import { type Entry, everyEntry } from '../registers/all-entries.ts';
import { OwnChoices } from '../registers/own-choices.ts';
import { blankEntry, SchemaForm } from '../registers/schema-form.tsx';
import { PlanFindings } from './plan-findings.tsx';
import { type PastVersion, PlanVersions } from './plan-versions.tsx';
import { PlanView } from './plan-view.tsx';
import { PLAN } from './words.ts';

const route = getRouteApi('/shell/prepare/plans/$plan');

/** One plan: read, written and put in force, with what is wrong with it always in sight. */
export function PlanPage() {
  const { say } = useSpeech();
  const { plan: key } = route.useParams();
  const query = useQuery(everyEntry('plans'));
  return (
    <div className="page">
      <Loaded query={query}>
        {({ entries }) => {
          const entry = entries.find((each) => each.key === key);
          if (!entry && key !== 'new') return <Empty text={say(W.notFound)} />;
          return <OnePlan key={`${key} ${entry?.version ?? 0}`} entry={entry} />;
        }}
      </Loaded>
    </div>
  );
}

function OnePlan({ entry }: { entry: Entry | undefined }) {
  const { say, labelled } = useSpeech();
  const manage = useMay()('register.manage');
  const { edit } = route.useSearch();
  const navigate = route.useNavigate();
  const [written, setWritten] = useState<Record<string, unknown>>(entry?.entry ?? blankEntry(PLANS.shape));
  const changed = entry ? JSON.stringify(written) !== JSON.stringify(entry.entry) : true;
  const writing = manage && (edit !== '' || !entry);
  const published = useQuery(reading('GET /api/prepare/plans', {}, 'plans'));
  const [settled] = useDebouncedValue(written, 400);
  const check = useQuery({
    queryKey: ['plans', 'check', settled],
    queryFn: ({ signal }) => call('POST /api/prepare/plans/check', { body: { entry: settled } }, signal),
    meta: about('plans'),
    placeholderData: keepPreviousData,
    retry: false,
  });
  const keep = useAct('PUT /api/prepare/registers/:register', {
    stale: ['registers'],
    said: say(W.saved),
    done: () => void navigate({ params: { plan: String(written['key']) }, search: { edit: '1' } }),
  });
  const publish = useAct('POST /api/prepare/plans/:plan/publish', {
    stale: ['plans'],
    said: say(PLAN.published),
  });
  const remove = useAct('DELETE /api/prepare/registers/:register/:entry', {
    stale: ['registers', 'plans'],
    done: () => void navigate({ to: '/prepare/plans' }),
  });
  const parsed = useMemo(() => PLANS.shape.safeParse(written), [written]);
  const own = useMemo(() => ownKeys(parsed.success ? parsed.data : undefined), [parsed]);
  const inForce = published.data?.plans.find(({ key }) => key === entry?.key);
  const grave = check.data?.findings.some((finding) => finding.grave) ?? true;
  const publishWaits = changed
    ? say(PLAN.saveFirst)
    : grave
      ? say(PLAN.mendFirst)
      : inForce?.version === entry?.version
        ? say(PLAN.isInForce)
        : undefined;
  const [past, setPast] = useState<PastVersion>();
  return (
    <>
      <Group justify="space-between" align="start">
        <div>
          <Title order={1}>{String(written['name'] || say(PLAN.writeOwn))}</Title>
          <Group gap="sm">
            {entry && <Text className="quiet">{say(PLAN.version, { version: entry.version })}</Text>}
            {inForce ? (
              <Mark tone="recovery">
                {labelled(say(PLAN.inForce), '')}
                {say(PLAN.version, { version: inForce.version })}
              </Mark>
            ) : (
              <Mark tone="quiet">{say(PLAN.neverPublished)}</Mark>
            )}
            {entry && changed && <Mark tone="decision">{say(PLAN.unsaved)}</Mark>}
          </Group>
        </div>
        {manage && (
          <Group gap="sm" className="no-print">
            {entry && (
              <SegmentedControl
                value={writing ? 'write' : 'read'}
                onChange={(next) =>
                  void navigate({ search: { edit: next === 'write' ? '1' : '' }, replace: true })
                }
                data={[
                  { value: 'read', label: say(PLAN.read) },
                  { value: 'write', label: say(PLAN.write) },
                ]}
              />
            )}
            {writing && (
              <Button
                variant="default"
                loading={keep.pending}
                disabled={!changed}
                onClick={() =>
                  keep.run({
                    params: { register: 'plans' },
                    body: { version: entry?.version ?? 0, entry: written },
                  })
                }
              >
                {say(W.save)}
              </Button>
            )}
            {entry && (
              <ActButton
                why={publishWaits}
                loading={publish.pending}
                onClick={() => publish.run({ params: { plan: entry.key }, body: { version: entry.version } })}
              >
                {say(PLAN.publish)}
              </ActButton>
            )}
            {entry && writing && (
              <ConfirmButton
                onConfirm={() => remove.run({ params: { register: 'plans', entry: entry.key } })}
              >
                {say(W.remove)}
              </ConfirmButton>
            )}
          </Group>
        )}
      </Group>
      <div className="incident">
        <div className="incident-main">
          {writing && !past ? (
            <OwnChoices.Provider value={own}>
              <SchemaForm
                kind={PLANS}
                value={written}
                onChange={setWritten}
                wrong={keep.wrong}
                fixed={entry ? ['key'] : []}
              />
            </OwnChoices.Provider>
          ) : (
            <ReadPlan entry={past ? (past.entry ?? {}) : written} version={past?.version} />
          )}
        </div>
        <Stack className="incident-side no-print">
          <PlanFindings check={check.data} />
          {entry && (
            <PlanVersions
              entry={entry}
              inForce={inForce?.version}
              manage={manage}
              shown={past?.version}
              onShow={setPast}
            />
          )}
        </Stack>
      </div>
    </>
  );
}

const PEOPLE = people();

/** A plan to read: the draft, or an older version with its number above it. */
function ReadPlan({ entry, version }: { entry: Record<string, unknown>; version: number | undefined }) {
  const { say } = useSpeech();
  const parsed = PLANS.shape.safeParse(entry);
  const roles = parsed.data?.roles ?? [];
  const nameOf = useNames(
    PEOPLE,
    roles.flatMap(({ personId, deputyIds }) => [...(personId ? [personId] : []), ...deputyIds]),
  );
  return (
    <Stack>
      {version !== undefined && <Mark tone="decision">{say(PLAN.lookingAt, { version })}</Mark>}
      {parsed.success ? (
        <PlanView plan={parsed.data} nameOf={(id) => nameOf(id) ?? '…'} />
      ) : (
        <Text className="quiet">{say(PLAN.unreadable)}</Text>
      )}
    </Stack>
  );
}

/** What the plan's own fields can point at: its roles and its templates. */
function ownKeys(plan: Plan | undefined): Readonly<Record<string, { value: string; label: string }[]>> {
  if (!plan) return {};
  const roles = plan.roles.map(({ key, name }) => ({ value: key, label: `${name} (${key})` }));
  const templates = plan.templates.map(({ key, subject }) => ({ value: key, label: `${subject} (${key})` }));
  return {
    role: roles,
    deputy: roles,
    chair: roles,
    members: roles,
    approver: roles,
    apartFrom: roles,
    template: templates,
  };
}
