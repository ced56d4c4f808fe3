import { Button, Group, NumberInput, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { DateField } from '../../ui/dates/date-field.tsx';
import { useAct } from '../../ui/form.tsx';
import { W } from '../../words.ts';
import { CYCLE } from './words.ts';

type Cycle = ReplyOf<'GET /api/survey/cycles/:id'>;

/** What a survey says of itself; its period stays once candidates are rated. */
export function CycleSettings({ cycle, onDone }: { cycle: Cycle; onDone: () => void }) {
  const { say } = useSpeech();
  const [draft, setDraft] = useState(cycle);
  const act = useAct('PUT /api/survey/cycles/:id', {
    stale: ['survey-cycles'],
    said: say(W.saved),
    done: onDone,
  });
  const set = (patch: Partial<Cycle>) => setDraft((before) => ({ ...before, ...patch }));
  const plan = (patch: Partial<Cycle['plan']>) => set({ plan: { ...draft.plan, ...patch } });
  const period = (patch: Partial<Cycle['window']>) => set({ window: { ...draft.window, ...patch } });
  const fixed = cycle.state !== 'open';
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const { purpose, target, sectorPercent, window, plan: supplemented } = draft;
        act.run({
          params: { id: cycle.id },
          body: { version: cycle.version, purpose, target, sectorPercent, window, plan: supplemented },
        });
      }}
    >
      <Stack>
        <Group grow align="start">
          <DateField
            label={say(CYCLE.from)}
            value={draft.window.from}
            disabled={fixed}
            onChange={(from) => period({ from: from ?? '' })}
            error={act.wrong('window.from')}
          />
          <DateField
            label={say(CYCLE.until)}
            value={draft.window.until}
            disabled={fixed}
            onChange={(until) => period({ until: until ?? '' })}
            error={act.wrong('window.until') ?? act.wrong('window')}
          />
        </Group>
        <Textarea
          label={say(CYCLE.purpose)}
          autosize
          minRows={2}
          value={draft.purpose}
          onChange={({ currentTarget }) => set({ purpose: currentTarget.value })}
          error={act.wrong('purpose')}
        />
        <TextInput
          label={say(CYCLE.planName)}
          value={draft.plan.name}
          onChange={({ currentTarget }) => plan({ name: currentTarget.value })}
          error={act.wrong('plan.name')}
        />
        <Group grow align="start">
          <TextInput
            label={say(CYCLE.decidedBy)}
            value={draft.plan.decidedBy}
            onChange={({ currentTarget }) => plan({ decidedBy: currentTarget.value })}
            error={act.wrong('plan.decidedBy')}
          />
          <DateField
            label={say(CYCLE.decidedOn)}
            value={draft.plan.decidedOn ?? ''}
            onChange={(decidedOn) => plan({ decidedOn: decidedOn || null })}
            error={act.wrong('plan.decidedOn')}
          />
        </Group>
        <Group grow align="start">
          <NumberInput
            label={say(CYCLE.target)}
            min={1}
            max={100}
            value={draft.target ?? ''}
            onChange={(target) => set({ target: typeof target === 'number' ? target : null })}
            error={act.wrong('target')}
          />
          <NumberInput
            label={say(CYCLE.sectorPercent)}
            min={1}
            max={100}
            value={draft.sectorPercent}
            onChange={(sectorPercent) => set({ sectorPercent: Number(sectorPercent) })}
            error={act.wrong('sectorPercent')}
          />
        </Group>
        <Button type="submit" loading={act.pending}>
          {say(W.save)}
        </Button>
      </Stack>
    </form>
  );
}
