import '../survey.css';
import { Button, Group, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { contracts as CYCLES } from '../../../../../areas/survey/cycles/contract.ts';
import { isOfSelection, wayBetween } from '../../../../../areas/survey/cycles/rules.ts';
import { CYCLE_STATES } from '../../../../../areas/survey/cycles/schema.ts';
import { CYCLE_STATE_WORDS } from '../../../../../areas/survey/cycles/words.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay, useMe } from '../../me.ts';
import { reading } from '../../queries.ts';
import { useAct } from '../../ui/form.tsx';
import { AskForm } from '../../ui/forms/ask-form.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import { Part } from '../../ui/part.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { Funnel } from './funnel.tsx';
import { CYCLE } from './words.ts';

const route = getRouteApi('/shell/survey/cycles/$id');
const Preparation = lazyPart(() => import('../selection/preparation.tsx'), 'Preparation');
const RatingSheet = lazyPart(() => import('../selection/rating-sheet.tsx'), 'RatingSheet');
const SelectionBoard = lazyPart(() => import('../selection/selection-board.tsx'), 'SelectionBoard');
const Criteria = lazyPart(() => import('./criteria.tsx'), 'Criteria');
const CycleSettings = lazyPart(() => import('./cycle-settings.tsx'), 'CycleSettings');

type Cycle = ReplyOf<'GET /api/survey/cycles/:id'>;

/** A survey at the step it stands at: candidates and raters, one's own sheet, or the selection. */
export function CyclePage() {
  const { id } = route.useParams();
  const query = useQuery(reading('GET /api/survey/cycles/:id', { params: { id } }, 'survey-cycles'));
  return (
    <div className="page">
      <Loaded query={query}>{(cycle) => <CycleAt cycle={cycle} />}</Loaded>
    </div>
  );
}

function CycleAt({ cycle }: { cycle: Cycle }) {
  const { say } = useSpeech();
  const may = useMay();
  const { data: me } = useMe();
  const [editing, setEditing] = useState(false);
  const [criteria, setCriteria] = useState(false);
  const raters = useQuery(
    reading('GET /api/survey/cycles/:id/raters', { params: { id: cycle.id } }, 'survey-selection'),
  );
  const plan = [cycle.plan.name, cycle.plan.decidedBy, cycle.plan.decidedOn].filter(Boolean).join(' ');
  return (
    <>
      <Group justify="space-between" align="start">
        <div>
          <Title order={1}>{say(CYCLE.name, { year: cycle.fiscalYear })}</Title>
          <p className="quiet survey-about">
            {say(CYCLE.windowTold, cycle.window)}
            {plan && ` · ${plan}`}
          </p>
        </div>
        {may('survey.manage') && (
          <Group gap="sm">
            {cycle.state !== 'published' && (
              <Button size="compact-md" variant="default" onClick={() => setEditing(true)}>
                {say(CYCLE.edit)}
              </Button>
            )}
            <Button size="compact-md" variant="default" onClick={() => setCriteria(true)}>
              {say(CYCLE.criteria)}
            </Button>
            {['drafting', 'review', 'published'].includes(cycle.state) && (
              <ButtonLink
                size="compact-md"
                variant={cycle.state === 'review' ? 'filled' : 'default'}
                to="/survey/cycles/$id/publication"
                params={{ id: cycle.id }}
              >
                {say(CYCLE.publication)}
              </ButtonLink>
            )}
            <Turns cycle={cycle} />
          </Group>
        )}
      </Group>
      <Loaded query={raters}>
        {({ raters: known }) => {
          const mine = known.find(({ raterId }) => raterId === me?.personId);
          const done = known.length > 0 && known.every(({ lockedAt }) => lockedAt !== null);
          const results = cycle.state !== 'open' && done;
          return (
            <>
              <Funnel cycle={cycle} raters={known} results={results} />
              <Part height={420}>
                {cycle.state === 'rating' && mine && mine.lockedAt === null ? (
                  <RatingSheet cycleId={cycle.id} />
                ) : results ? (
                  <SelectionBoard cycle={cycle} />
                ) : (
                  <Preparation cycle={cycle} raters={known} />
                )}
              </Part>
            </>
          );
        }}
      </Loaded>
      <SideDrawer opened={criteria} onClose={() => setCriteria(false)} size="xl" title={say(CYCLE.criteria)}>
        <Part>
          <Criteria cycleId={cycle.id} fixed={cycle.state !== 'open'} onDone={() => setCriteria(false)} />
        </Part>
      </SideDrawer>
      <SideDrawer opened={editing} onClose={() => setEditing(false)} title={say(CYCLE.edit)}>
        {editing && (
          <Part>
            <CycleSettings key={cycle.version} cycle={cycle} onDone={() => setEditing(false)} />
          </Part>
        )}
      </SideDrawer>
    </>
  );
}

/** One step on, or one back; what belongs to the selection is done there. */
function Turns({ cycle }: { cycle: Cycle }) {
  const { say } = useSpeech();
  const act = useAct('POST /api/survey/cycles/:id/turns', { stale: ['survey-cycles'], formless: true });
  const possible = CYCLE_STATES.filter((to) => !isOfSelection(cycle.state, to));
  // It becomes published by an edition of its report.
  const on = possible.find((to) => to !== 'published' && wayBetween(cycle.state, to) === 'forward');
  const back = possible.find((to) => wayBetween(cycle.state, to) === 'back');
  return (
    <>
      {back && (
        <AskForm
          by={CYCLES}
          act="POST /api/survey/cycles/:id/turns"
          label={say(CYCLE.backTo, { state: say(CYCLE_STATE_WORDS[back]) })}
          given={{ id: cycle.id, to: back }}
          stale={['survey-cycles']}
          fields={{ reason: { kind: 'text', label: say(CYCLE.reason), needed: true } }}
        />
      )}
      {on && (
        <Button
          size="compact-md"
          loading={act.pending}
          onClick={() => act.run({ params: { id: cycle.id }, body: { to: on, reason: '' } })}
        >
          {say(CYCLE.turnTo, { state: say(CYCLE_STATE_WORDS[on]) })}
        </Button>
      )}
    </>
  );
}
