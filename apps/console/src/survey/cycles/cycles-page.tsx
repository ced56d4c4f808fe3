import '../survey.css';
import { Card, Group, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { contracts as CYCLES } from '../../../../../areas/survey/cycles/contract.ts';
import { CYCLE_STATE_WORDS } from '../../../../../areas/survey/cycles/words.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { AskForm } from '../../ui/forms/ask-form.tsx';
import { AppLink } from '../../ui/links.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Empty, Loaded } from '../../ui/query-state.tsx';
import { TITLES } from './titles.ts';
import { CYCLE } from './words.ts';

/** Surveys, newest year first. */
export function CyclesPage() {
  const { say } = useSpeech();
  const may = useMay();
  const navigate = useNavigate();
  const query = useQuery(reading('GET /api/survey/cycles', {}, 'survey-cycles'));
  const opening = may('survey.manage') && (
    <AskForm
      by={CYCLES}
      act="POST /api/survey/cycles"
      label={say(CYCLE.open)}
      submit={say(CYCLE.open)}
      variant="filled"
      stale={['survey-cycles']}
      given={{ window: null, plan: { name: '', decidedBy: '', decidedOn: null }, sectorPercent: 40 }}
      fields={{
        fiscalYear: { kind: 'number', label: say(CYCLE.fiscalYear) },
        target: { kind: 'number', label: say(CYCLE.target) },
        purpose: { kind: 'text', label: say(CYCLE.purpose) },
      }}
      onDone={({ id }) => void navigate({ to: '/survey/cycles/$id', params: { id } })}
    />
  );
  return (
    <div className="page">
      <Group justify="space-between">
        <Title order={1}>{say(TITLES.cycles)}</Title>
        {query.data && query.data.cycles.length > 0 && opening}
      </Group>
      <Loaded query={query}>
        {({ cycles }) =>
          cycles.length === 0 ? (
            <Empty text={say(CYCLE.none)}>{opening}</Empty>
          ) : (
            <div className="survey-years">
              {cycles.map(({ id, fiscalYear, window, state }) => (
                <Card key={id} component="article">
                  <Group justify="space-between" align="start">
                    <AppLink to="/survey/cycles/$id" params={{ id }} fw={650} className="survey-year">
                      {say(CYCLE.name, { year: fiscalYear })}
                    </AppLink>
                    <Mark tone={state === 'published' ? 'recovery' : 'response'}>
                      {say(CYCLE_STATE_WORDS[state])}
                    </Mark>
                  </Group>
                  <p className="quiet">{say(CYCLE.windowTold, window)}</p>
                </Card>
              ))}
            </div>
          )
        }
      </Loaded>
    </div>
  );
}
