import { Button, Checkbox, Modal, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { factName } from '../../../../../areas/audit/incident-lines/rules.ts';
import type { Line } from '../../../../../areas/audit/lines/rules.ts';
import { contracts as TIMELINE_ROUTES } from '../../../../../areas/respond/timeline/contract.ts';
import { useSpeech } from '../../language.tsx';
import { DateTimeField } from '../../ui/dates/date-time-field.tsx';
import { useRouteForm } from '../../ui/forms/use-route-form.ts';
import { clockTime } from '../../ui/time.tsx';
import { W } from '../../words.ts';
import { PRECISIONS, PrecisionSelect } from '../room/precision-select.tsx';
import { RECORD } from '../room/record-words.ts';
import { ROOM } from '../room/words.ts';
import { TIMELINE } from './words.ts';

export interface Corrected {
  /** Absent where the entry was taken back: then its own words are what can be brought back. */
  readonly text: string | undefined;
  readonly is: 'event' | 'response' | 'note' | undefined;
  readonly figure: boolean | undefined;
}

export type How = 'correct' | 'annotate' | 'dispute';

/** A line stands for ever: what was wrong, missing or told otherwise is written beside it. */
export function Amend({
  incidentId,
  line,
  how,
  last,
  onClose,
}: {
  incidentId: string;
  line: Line;
  how: How;
  last: Corrected | undefined;
  onClose: () => void;
}) {
  const { say } = useSpeech();
  const note = line.kind === 'timeline.noted';
  const was = line.body['is'] === 'event' || line.body['is'] === 'response' ? line.body['is'] : 'note';
  const given = { id: incidentId, seq: line.seq };
  const options = { stale: ['timeline'] as const, done: onClose };
  const correcting = useRouteForm(TIMELINE_ROUTES, 'POST /api/respond/incidents/:id/timeline/:seq/correct', {
    ...options,
    given,
    begin: {
      text: typeof line.body['text'] === 'string' ? (last?.text ?? line.body['text']) : '',
      ...(note && { is: last?.is ?? was, figure: last?.figure ?? line.body['figure'] === true }),
      at: '',
      // Told only with a time of its own.
      precision: '',
    },
  });
  const annotating = useRouteForm(TIMELINE_ROUTES, 'POST /api/respond/incidents/:id/timeline/:seq/annotate', {
    ...options,
    given,
    begin: { text: '' },
  });
  const disputing = useRouteForm(TIMELINE_ROUTES, 'POST /api/respond/incidents/:id/timeline/:seq/dispute', {
    given,
    begin: { text: '', source: '' },
    stale: ['timeline', 'room'],
    done: onClose,
  });
  const form = { correct: correcting, annotate: annotating, dispute: disputing }[how];
  const title = say({ correct: TIMELINE.correct, annotate: TIMELINE.annotate, dispute: RECORD.dispute }[how]);
  return (
    <Modal opened onClose={onClose} title={title}>
      <form onSubmit={form.submit} noValidate>
        <Stack>
          <Text className="quiet">
            {say(factName(line.kind))} · {clockTime(line.at)}
          </Text>
          {how === 'dispute' && <Text className="line-text">{String(line.body['text'])}</Text>}
          <Textarea
            {...form.text('text', say(how === 'dispute' ? RECORD.account : W.note))}
            autosize
            minRows={3}
            data-autofocus
          />
          {how === 'correct' && note && (
            <>
              <DateTimeField
                {...correcting.choice('at', say(ROOM.correctTime))}
                onChange={(at) => {
                  correcting.set('at', at);
                  correcting.set('precision', at ? correcting.values.precision || 'minute' : '');
                }}
              />
              {correcting.values.at && (
                <PrecisionSelect
                  value={PRECISIONS.find((each) => each === correcting.values.precision) ?? 'minute'}
                  onChange={(precision) => correcting.set('precision', precision)}
                />
              )}
              <Select
                {...correcting.choice('is', say(ROOM.itIs))}
                allowDeselect={false}
                data={[
                  { value: 'note', label: say(W.note) },
                  { value: 'event', label: say(TIMELINE.anEvent) },
                  { value: 'response', label: say(TIMELINE.aResponse) },
                ]}
              />
              <Checkbox {...correcting.yesNo('figure', say(TIMELINE.forFigure))} />
            </>
          )}
          {how === 'dispute' && <TextInput {...disputing.text('source', say(RECORD.source))} />}
          <Button type="submit" loading={form.pending}>
            {say(W.save)}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
