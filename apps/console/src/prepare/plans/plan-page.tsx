import './plan.css';

import { Alert, Button, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { PLANS } from '../../../../../areas/prepare/plans/register.ts';
import type { Finding } from '../../../../../areas/prepare/plans/schema.ts';
import type { Language } from '../../../../../kernel/language.ts';
import { call } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { about, reading } from '../../queries.ts';
import { usePlace } from '../../shell/place.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { useAct } from '../../ui/form.tsx';
import { people } from '../../ui/forms/choice-sources.ts';
import { faultsIn } from '../../ui/forms/rules.ts';
import { useNames } from '../../ui/forms/use-names.ts';
import { LeaveGuard } from '../../ui/leave-guard.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Empty, Loaded } from '../../ui/query-state.tsx';
import { W } from '../../words.ts';
import { type Entry, everyEntry } from '../registers/all-entries.ts';
import { freeKey, keyFrom, nameIn } from '../registers/form/keys.ts';
import { blankEntry, type Value } from '../registers/form/shape.ts';
import { OwnChoices } from '../registers/own-choices.ts';
import { SchemaForm } from '../registers/schema-form.tsx';
import { FindingLines, PlanFindings } from './plan-findings.tsx';
import { type PastVersion, PlanVersions } from './plan-versions.tsx';
import { PlanView } from './plan-view.tsx';
import { SectionRail } from './section-rail.tsx';
import { SECTION_WORDS } from './section-words.ts';
import { countIn, findingsIn, ownOnes, SECTION_NAMES, SECTIONS, type Section } from './sections.ts';
import { TITLES } from './titles.ts';
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
          return <OnePlan key={key} entry={entry} taken={new Set(entries.map((each) => each.key))} />;
        }}
      </Loaded>
    </div>
  );
}

/** What was read or kept last: what is typed is compared with it. */
interface Base {
  readonly version: number;
  readonly entry: Value;
}

function OnePlan({ entry, taken }: { entry: Entry | undefined; taken: ReadonlySet<string> }) {
  const { say, labelled, language } = useSpeech();
  const manage = useMay()('register.manage');
  const { edit, part } = route.useSearch();
  const section = SECTION_NAMES.find((each) => each === part) ?? 'overview';
  const navigate = route.useNavigate();
  const [base, setBase] = useState<Base>({
    version: entry?.version ?? 0,
    entry: entry?.entry ?? blankEntry(PLANS.shape),
  });
  const [written, setWritten] = useState<Value>(base.entry);
  const changed = JSON.stringify(written) !== JSON.stringify(base.entry);
  // An older version that was brought back replaces what is typed; another's version only where nothing is.
  const [bringing, setBringing] = useState(false);
  const newer = entry !== undefined && entry.version > base.version;
  if (newer && (!changed || bringing)) {
    setBase(entry);
    setWritten(entry.entry);
    setBringing(false);
  }
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
  const sent = useRef<Value>(written);
  const keep = useAct('PUT /api/prepare/registers/:register', {
    stale: ['registers'],
    said: say(W.saved),
    done: ({ version }) => {
      setBase({ version, entry: sent.current });
      if (!entry)
        void navigate({
          params: { plan: String(sent.current['key']) },
          search: { edit: '1', part },
          ignoreBlocker: true,
        });
    },
  });
  const publish = useAct('POST /api/prepare/plans/:plan/publish', {
    stale: ['plans'],
    said: say(PLAN.published),
  });
  const remove = useAct('DELETE /api/prepare/registers/:register/:entry', {
    stale: ['registers', 'plans'],
    done: () => void navigate({ to: '/prepare/plans', ignoreBlocker: true }),
  });
  const own = useMemo(() => ownOnes(written), [written]);
  // What the shape lacks is said once somebody means to keep it, as in every long form; and then as one types.
  const [tried, setTried] = useState(false);
  const lacking = tried ? lackingIn(written, language) : [];
  const findings = [...lacking, ...(check.data?.findings ?? [])];
  const wrong = (field: string) =>
    keep.wrong(field) ??
    lacking.find(({ path }) => path === field || path.startsWith(`${field}.`))?.words[language];
  const amiss = findingsIn(section, findings);
  const inForce = published.data?.plans.find(({ key }) => key === entry?.key);
  const grave = check.data?.findings.some((finding) => finding.grave) ?? true;
  const publishWaits = changed
    ? say(PLAN.saveFirst)
    : grave
      ? say(PLAN.mendFirst)
      : inForce?.version === base.version
        ? say(PLAN.isInForce)
        : undefined;
  const [past, setPast] = useState<PastVersion>();
  const go = (to: { edit: string; part?: Section }) =>
    void navigate({ search: { edit: to.edit, part: to.part ?? part }, replace: true });
  const submit = () => {
    if (!writing || keep.pending || (entry && !changed)) return;
    const key = written['key'] || freeKey(keyFrom(nameIn(written), 'plan'), taken);
    sent.current = { ...written, key };
    setWritten(sent.current);
    setTried(true);
    const lacks = lackingIn(sent.current, language);
    if (lacks.length > 0) {
      const first = SECTION_NAMES.find((each) => findingsIn(each, lacks).length > 0);
      if (first && findingsIn(section, lacks).length === 0) go({ edit: '1', part: first });
      return;
    }
    keep.run({ params: { register: 'plans' }, body: { version: base.version, entry: sent.current } });
  };
  usePlace(TITLES.plans, [{ key: 'save', word: W.save, run: submit, hotkey: 'mod+S', whileTyping: true }]);
  const read = (to: Section) => {
    const place = document.getElementById(`plan-${to}`);
    place?.scrollIntoView();
    place?.focus({ preventScroll: true });
  };
  return (
    <>
      <Group justify="space-between" align="start" className={writing ? 'plan-head' : undefined}>
        <div>
          <Title order={1}>{String(written['name'] || say(PLAN.writeOwn))}</Title>
          <Group gap="sm">
            {entry && <Text className="quiet">{say(PLAN.version, { version: base.version })}</Text>}
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
                onChange={(next) => go({ edit: next === 'write' ? '1' : '' })}
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
                disabled={entry !== undefined && !changed}
                onClick={submit}
              >
                {say(W.save)}
              </Button>
            )}
            {entry && (
              <ActButton
                why={publishWaits}
                loading={publish.pending}
                onClick={() => publish.run({ params: { plan: entry.key }, body: { version: base.version } })}
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
      {newer && changed && <Alert color="yellow">{say(PLAN.conflict)}</Alert>}
      <div className="plan">
        <SectionRail
          entry={past?.entry ?? written}
          findings={past ? [] : findings}
          current={writing && !past ? section : undefined}
          onGo={(to) => (writing && !past ? go({ edit: '1', part: to }) : read(to))}
        />
        <div className="incident-main">
          {writing && !past ? (
            <section aria-label={say(SECTION_WORDS[section])}>
              {/* One list is its own heading. */}
              {countIn(section, written) === undefined || SECTIONS[section].length > 1 ? (
                <Title order={2} mb="xs">
                  {say(SECTION_WORDS[section])}
                </Title>
              ) : null}
              {amiss.length > 0 && <FindingLines findings={amiss} />}
              <OwnChoices value={own}>
                <SchemaForm
                  key={section}
                  kind={PLANS}
                  value={written}
                  saved={entry?.entry}
                  only={SECTIONS[section]}
                  onChange={setWritten}
                  wrong={wrong}
                />
              </OwnChoices>
            </section>
          ) : (
            <ReadPlan
              entry={past ? (past.entry ?? {}) : written}
              version={past?.version}
              onEdit={manage && !past ? (to) => go({ edit: '1', part: to }) : undefined}
            />
          )}
        </div>
        {(!writing || past) && (
          <Stack className="incident-side plan-side no-print">
            <PlanFindings check={check.data} />
            {entry && (
              <PlanVersions
                entry={entry}
                inForce={inForce?.version}
                manage={manage}
                shown={past?.version}
                onShow={setPast}
                onBrought={() => setBringing(true)}
              />
            )}
          </Stack>
        )}
      </div>
      <LeaveGuard changed={changed} stays={(from, to) => from.pathname === to.pathname} />
    </>
  );
}

/** What a plan lacks to be kept at all, told as what is found in it. */
const lackingIn = (entry: Value, language: Language): Finding[] =>
  Object.entries(faultsIn(PLANS.shape, entry, language)).map(([path, mend]) => ({
    path,
    grave: true,
    words: { ja: mend, en: mend },
  }));

const PEOPLE = people();

/** A plan to read: the draft, or an older version with its number above it. */
function ReadPlan({
  entry,
  version,
  onEdit,
}: {
  entry: Value;
  version: number | undefined;
  onEdit: ((section: Section) => void) | undefined;
}) {
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
        <PlanView plan={parsed.data} nameOf={(id) => nameOf(id) ?? '…'} whole onEdit={onEdit} />
      ) : (
        <Text className="quiet">{say(PLAN.unreadable)}</Text>
      )}
    </Stack>
  );
}
