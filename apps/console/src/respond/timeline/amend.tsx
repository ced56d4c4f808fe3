import { Button, Checkbox, Modal, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useSpeech } from '../../language.tsx';
import { useAct } from '../../ui/form.tsx';
import { clockTime } from '../../ui/time.tsx';
import { W } from '../../words.ts';
import { type Precision, PrecisionSelect } from '../room/precision-select.tsx';
import { RECORD } from '../room/record-words.ts';
import { ROOM } from '../room/words.ts';
import { factName, type Line } from './fact-text.ts';
import { TIMELINE } from './words.ts';

export interface Corrected {
  readonly text: string;
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
  const [text, setText] = useState(
    how === 'correct' && typeof line.body['text'] === 'string' ? (last?.text ?? line.body['text']) : '',
  );
  const options = { stale: ['timeline'] as const, done: onClose };
  const correct = useAct('POST /api/respond/incidents/:id/timeline/:seq/correct', options);
  const annotate = useAct('POST /api/respond/incidents/:id/timeline/:seq/annotate', options);
  const dispute = useAct('POST /api/respond/incidents/:id/timeline/:seq/dispute', {
    ...options,
    stale: ['timeline', 'room'],
  });
  const [source, setSource] = useState('');
  const note = line.kind === 'timeline.noted';
  const was = line.body['is'] === 'event' || line.body['is'] === 'response' ? line.body['is'] : 'note';
  const [at, setAt] = useState('');
  const [precision, setPrecision] = useState<Precision>('minute');
  const [is, setIs] = useState<'event' | 'response' | 'note'>(last?.is ?? was);
  const [figure, setFigure] = useState(last?.figure ?? line.body['figure'] === true);
  const act = { correct, annotate, dispute }[how];
  const title = say({ correct: TIMELINE.correct, annotate: TIMELINE.annotate, dispute: RECORD.dispute }[how]);
  const params = { id: incidentId, seq: line.seq };
  return (
    <Modal opened onClose={onClose} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (how === 'dispute') dispute.run({ params, body: { text, source } });
          else if (how === 'annotate') annotate.run({ params, body: { text } });
          else
            correct.run({
              params,
              body: {
                text,
                ...(at && { at: new Date(at).toISOString(), precision }),
                ...(note && { is, figure }),
              },
            });
        }}
      >
        <Stack>
          <Text className="quiet">
            {say(factName(line.kind))} · {clockTime(line.at)}
          </Text>
          {how === 'dispute' && <Text className="line-text">{String(line.body['text'])}</Text>}
          <Textarea
            label={say(how === 'dispute' ? RECORD.account : W.note)}
            value={text}
            onChange={(e) => setText(e.currentTarget.value)}
            autosize
            minRows={3}
            error={act.wrong('text')}
            data-autofocus
          />
          {how === 'correct' && note && (
            <>
              <TextInput
                type="datetime-local"
                label={say(ROOM.correctTime)}
                value={at}
                onChange={(e) => setAt(e.currentTarget.value)}
                error={correct.wrong('at')}
              />
              {at && <PrecisionSelect value={precision} onChange={setPrecision} />}
              <Select
                label={say(ROOM.itIs)}
                value={is}
                allowDeselect={false}
                onChange={(next) => setIs((next ?? is) as typeof is)}
                data={[
                  { value: 'note', label: say(W.note) },
                  { value: 'event', label: say(TIMELINE.anEvent) },
                  { value: 'response', label: say(TIMELINE.aResponse) },
                ]}
              />
              <Checkbox
                label={say(TIMELINE.forFigure)}
                checked={figure}
                onChange={(e) => setFigure(e.currentTarget.checked)}
              />
            </>
          )}
          {how === 'dispute' && (
            <TextInput
              label={say(RECORD.source)}
              required
              value={source}
              onChange={(event) => setSource(event.currentTarget.value)}
              error={dispute.wrong('source')}
            />
          )}
          <Button type="submit" loading={act.pending}>
            {say(W.save)}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
