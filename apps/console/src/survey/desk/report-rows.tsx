import { Button, Group, Textarea, TextInput } from '@mantine/core';
import {
  PARTY_KINDS,
  type ReportContent,
  STEP_OUTCOMES,
  SYSTEM_KINDS,
} from '../../../../../areas/survey/content/schema.ts';
import {
  FIELD_WORDS,
  PARTY_WORDS,
  STEP_OUTCOME_WORDS,
  SYSTEM_WORDS,
} from '../../../../../areas/survey/content/words.ts';
import { useSpeech } from '../../language.tsx';
import { W } from '../../words.ts';
import { EMPTY, Time } from './told-field.tsx';
import { WordSelect } from './word-select.tsx';
import { DESK } from './words.ts';

const LETTER = { steps: 's', parties: 'p', systems: 'y' } as const;
type Listed = keyof typeof LETTER;

/** Steps, parties and systems, a row each; what was told before is withdrawn with a reason, never removed. */
export function ReportRows({
  content,
  before,
  onChange,
}: {
  content: ReportContent;
  before: ReportContent | undefined;
  onChange: (next: ReportContent) => void;
}) {
  const { say } = useSpeech();
  const told = (list: Listed, id: string): boolean => before?.[list].some((each) => each.id === id) === true;
  const change = (list: Listed, id: string, patch: object) =>
    onChange({
      ...content,
      [list]: content[list].map((each) => (each.id === id ? { ...each, ...patch } : each)),
    });
  const remove = (list: Listed, id: string) =>
    onChange({ ...content, [list]: content[list].filter((each) => each.id !== id) });
  const add = (list: Listed) => {
    const taken = new Set(content[list].map(({ id }) => id));
    let n = 1;
    while (taken.has(`${LETTER[list]}${n}`)) n += 1;
    const id = `${LETTER[list]}${n}`;
    if (list === 'steps')
      return onChange({
        ...content,
        steps: [...content.steps, { id, text: '', by: '', time: EMPTY, outcome: 'unknown' }],
      });
    if (list === 'parties')
      return onChange({
        ...content,
        parties: [...content.parties, { id, name: '', kind: 'other', part: '' }],
      });
    return onChange({ ...content, systems: [...content.systems, { id, name: '', kind: 'system' }] });
  };
  const end = (list: Listed, { id, withdrawn }: { id: string; withdrawn?: string | undefined }) =>
    told(list, id) ? (
      <TextInput
        label={say(DESK.takeBack)}
        value={withdrawn ?? ''}
        onChange={(event) => change(list, id, { withdrawn: event.currentTarget.value || undefined })}
      />
    ) : (
      <Button size="compact-md" variant="subtle" onClick={() => remove(list, id)}>
        {say(DESK.remove)}
      </Button>
    );
  const more = (list: Listed) => (
    <Group>
      <Button size="compact-md" variant="default" onClick={() => add(list)}>
        {say(DESK.add)}
      </Button>
    </Group>
  );
  return (
    <>
      <h3>{say(FIELD_WORDS.steps)}</h3>
      {content.steps.map((step) => (
        <div key={step.id} className="report-row">
          <Textarea
            label={say(FIELD_WORDS.steps)}
            autosize
            value={step.text}
            onChange={(event) => change('steps', step.id, { text: event.currentTarget.value })}
          />
          <TextInput
            label={say(DESK.doer)}
            value={step.by}
            onChange={(event) => change('steps', step.id, { by: event.currentTarget.value })}
          />
          <Time
            label={say(DESK.at)}
            time={step.time.is === 'value' ? step.time.value : undefined}
            wrong={undefined}
            onChange={(value) =>
              change('steps', step.id, { time: value === undefined ? EMPTY : { is: 'value', value } })
            }
          />
          <WordSelect
            label={say(DESK.outcome)}
            keys={STEP_OUTCOMES}
            words={STEP_OUTCOME_WORDS}
            value={step.outcome}
            onChange={(outcome) => change('steps', step.id, { outcome })}
          />
          {end('steps', step)}
        </div>
      ))}
      {more('steps')}
      <h3>{say(FIELD_WORDS.parties)}</h3>
      {content.parties.map((party) => (
        <div key={party.id} className="report-row">
          <TextInput
            label={say(W.name)}
            value={party.name}
            onChange={(event) => change('parties', party.id, { name: event.currentTarget.value })}
          />
          <WordSelect
            label={say(DESK.kind)}
            keys={PARTY_KINDS}
            words={PARTY_WORDS}
            value={party.kind}
            onChange={(kind) => change('parties', party.id, { kind })}
          />
          <TextInput
            label={say(DESK.part)}
            value={party.part}
            onChange={(event) => change('parties', party.id, { part: event.currentTarget.value })}
          />
          {end('parties', party)}
        </div>
      ))}
      {more('parties')}
      <h3>{say(FIELD_WORDS.systems)}</h3>
      {content.systems.map((system) => (
        <div key={system.id} className="report-row">
          <TextInput
            label={say(W.name)}
            value={system.name}
            onChange={(event) => change('systems', system.id, { name: event.currentTarget.value })}
          />
          <WordSelect
            label={say(DESK.kind)}
            keys={SYSTEM_KINDS}
            words={SYSTEM_WORDS}
            value={system.kind}
            onChange={(kind) => change('systems', system.id, { kind })}
          />
          {end('systems', system)}
        </div>
      ))}
      {more('systems')}
    </>
  );
}
