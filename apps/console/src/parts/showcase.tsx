import { Button, Card, Checkbox, Notification, Select, Textarea, TextInput, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { TONES } from '../../../../areas/fact-kind.ts';
import type { PhaseView } from '../../../../areas/respond/lanes/schema.ts';
import { PHASES } from '../../../../areas/respond/lanes/schema.ts';
import { useSpeech } from '../language.tsx';
import { ActButton } from '../ui/act-button.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { HourBars } from '../ui/charts/hour-bars.tsx';
import { ConfirmButton } from '../ui/confirm-button.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { IncidentState, Mark, Severity, SignalState } from '../ui/mark.tsx';
import { Phases } from '../ui/phases/phases.tsx';
import { Empty, Loaded } from '../ui/query-state.tsx';
import { Toast } from '../ui/toast/toast.tsx';
import { TOAST } from '../ui/toast/words.ts';
import { W } from '../words.ts';
import { PARTS } from './words.ts';

const COLOURS = [
  'ink',
  'quiet',
  'line-strong',
  'paper',
  'ground',
  'event',
  'event-soft',
  'response',
  'response-soft',
  'decision',
  'decision-soft',
  'recovery',
  'recovery-soft',
  'warn',
  'warn-soft',
] as const;
const LEVELS = [0, 1, 2, 3, 4];
const nothing = (): void => undefined;
const still = async (): Promise<void> => undefined;

/** The same hours at every look. */
const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  at: new Date(Date.UTC(2026, 10, 28, hour)).toISOString(),
  values: { grave: hour > 20 ? hour - 18 : 0, warning: hour % 4, other: (hour * 7) % 11 },
}));
/** Half of a life, with one phase of which nothing is recorded. */
const LIFE: PhaseView[] = PHASES.map((phase, place) => ({
  phase,
  state: place === 2 ? 'passed' : place < 4 ? 'done' : place === 4 ? 'current' : 'ahead',
  at: place < 4 && place !== 2 ? `2026-11-28T00:0${place}:00Z` : null,
  precision: place === 0 ? 'about' : 'minute',
}));

const HEADQUARTERS = {
  state: 'standing',
  noticedAt: '2026-11-28T00:01:00Z',
  targetMinutes: 5,
  seconds: 281,
  met: true,
} as const;

function Shelf({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="parts-shelf" aria-label={title}>
      <Title order={2}>{title}</Title>
      {children}
    </section>
  );
}

/** One language's shelf of parts. */
export function Showcase() {
  const { say } = useSpeech();
  return (
    <Card>
      <Shelf title={say(PARTS.colours)}>
        {COLOURS.map((name) => (
          <span key={name} className="parts-colour">
            <i style={{ background: `var(--sonae-${name})` }} /> {name}
          </span>
        ))}
      </Shelf>
      <Shelf title={say(PARTS.type)}>
        <div className="parts-wide">
          <Title order={1}>{say(PARTS.heading)}</Title>
          <Title order={2}>{say(PARTS.heading)}</Title>
          <p>{say(PARTS.text)}</p>
          <p className="quiet">{say(PARTS.quiet)}</p>
          <div className="code">sonae prepare plan registers.yaml --json | jq .changes[0]</div>
        </div>
      </Shelf>
      <Shelf title={say(PARTS.marks)}>
        {TONES.map((tone) => (
          <Mark key={tone} tone={tone}>
            {tone}
          </Mark>
        ))}
        {LEVELS.map((level) => (
          <Severity key={level} level={level} />
        ))}
        {(['open', 'resolved', 'closed'] as const).map((state) => (
          <IncidentState key={state} state={state} />
        ))}
        {(['firing', 'resolved', 'silent'] as const).map((state) => (
          <SignalState key={state} state={state} />
        ))}
        {['水野 透', '湊 あかり', 'Ada Lovelace', 'Grace Hopper', '瀬戸 健', '早瀬 涼'].map((name) => (
          <Avatar key={name} name={name} />
        ))}
      </Shelf>
      <Shelf title={say(PARTS.buttons)}>
        <Button>{say(PARTS.primary)}</Button>
        <Button variant="default">{say(PARTS.second)}</Button>
        <Button variant="subtle">{say(PARTS.subtle)}</Button>
        <Button color="red">{say(PARTS.danger)}</Button>
        <Button color="green">{say(PARTS.primary)}</Button>
        <Button loading>{say(PARTS.primary)}</Button>
        <ActButton why={say(PARTS.why)}>{say(PARTS.primary)}</ActButton>
        <ConfirmButton onConfirm={nothing}>{say(PARTS.danger)}</ConfirmButton>
      </Shelf>
      <Shelf title={say(PARTS.fields)}>
        <div className="parts-wide">
          <TextInput
            label={say(PARTS.heading)}
            description={say(PARTS.hint)}
            defaultValue={say(PARTS.heading)}
          />
          <TextInput label={say(PARTS.heading)} error={say(PARTS.wrong)} required />
          <Select label={say(PARTS.severity)} data={LEVELS.map(String)} defaultValue="3" />
          <Textarea label={say(PARTS.type)} defaultValue={say(PARTS.text)} />
          <Checkbox mt="sm" label={say(PARTS.subtle)} defaultChecked />
          <FormFoot submit={say(PARTS.primary)} pending={false} onCancel={nothing}>
            <Button variant="subtle" color="red">
              {say(PARTS.danger)}
            </Button>
          </FormFoot>
        </div>
      </Shelf>
      <Shelf title={say(PARTS.toasts)}>
        <div className="parts-wide">
          <Notification color="green" withBorder closeButtonProps={{ 'aria-label': say(W.closePanel) }}>
            <Toast said={TOAST.taskAssigned} stays={TOAST.told} onUndo={still} onOver={nothing} left={0.6} />
          </Notification>
          <Notification
            color="gray"
            withBorder
            mt="sm"
            closeButtonProps={{ 'aria-label': say(W.closePanel) }}
          >
            <Toast said={TOAST.statementSent} onOver={nothing} left={0.6} />
          </Notification>
        </div>
      </Shelf>
      <Shelf title={say(PARTS.life)}>
        <div className="parts-wide">
          <Phases phases={LIFE} headquarters={HEADQUARTERS} />
        </div>
      </Shelf>
      <Shelf title={say(PARTS.states)}>
        <div className="parts-wide">
          <Loaded query={{ data: undefined, error: null, refetch: nothing }}>{() => null}</Loaded>
          <Empty text={say(PARTS.empty)}>
            <Button variant="default">{say(PARTS.fill)}</Button>
          </Empty>
          <Loaded query={{ data: undefined, error: new Error(say(PARTS.failed)), refetch: nothing }}>
            {() => null}
          </Loaded>
        </div>
      </Shelf>
      <Shelf title={say(PARTS.charts)}>
        <div className="parts-wide">
          <HourBars
            summary={say(PARTS.perHour)}
            hours={HOURS}
            layers={[
              { key: 'grave', word: 'A', colour: '--sonae-event' },
              { key: 'warning', word: 'B', colour: '--sonae-warn-fill' },
              { key: 'other', word: 'C', colour: '--sonae-calm-fill' },
            ]}
          />
        </div>
      </Shelf>
    </Card>
  );
}
