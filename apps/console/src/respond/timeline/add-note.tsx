import { Alert, Button, Checkbox, Group, Stack, Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { completionsOf, readQuick } from '../../../../../areas/respond/timeline/quick/rules.ts';
import { ApiError } from '../../api.ts';
import { newClientId } from '../../client-id.ts';
import { useSpeech } from '../../language.tsx';
import { useMe } from '../../me.ts';
import { lookAgain } from '../../queries.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Aside, Part } from '../../ui/part.tsx';
import type { Precision } from '../room/precision-select.tsx';
import { ROOM } from '../room/words.ts';
import { dropNote, keepNote, sendTyped, useWaitingNotes } from './waiting-notes.ts';
import { WAITING } from './waiting-words.ts';
import { TIMELINE } from './words.ts';

const PrecisionSelect = lazyPart(() => import('../room/precision-select.tsx'), 'PrecisionSelect');

const DateTimeField = lazyPart(() => import('../../ui/dates/date-time-field.tsx'), 'DateTimeField');

/** The one line of an incident: notes, and by a slash events, responses, tasks and decisions. */
export function AddNote({ incidentId }: { incidentId: string }) {
  const { say, language } = useSpeech();
  const [text, setText] = useState('');
  const [at, setAt] = useState('');
  /** Undefined: as goes without saying; an event or a response is meant for the figure, a note is not. */
  const [asked, setFigure] = useState<boolean>();
  const [precision, setPrecision] = useState<Precision>('minute');
  const me = useMe().data?.personId ?? '';
  const [tried, setTried] = useState(false);
  const [composing, setComposing] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const { waiting, flush } = useWaitingNotes(incidentId, me);
  const done = () => {
    setTried(false);
    setText('');
    setAt('');
    setFigure(undefined);
    setPrecision('minute');
  };
  const add = useSending(done);
  const quick = readQuick(text);
  const figure = asked ?? (quick.kind === 'note' && quick.is !== undefined);
  // While an input method is at work the words are not typed yet.
  const offered = composing ? [] : completionsOf(text, language);
  const complete = (word: string) => {
    setText(`/${word} `);
    box.current?.focus();
  };
  const untimely = at !== '' && (quick.kind === 'task' || quick.kind === 'decision');
  const submit = () => {
    setTried(true);
    if (!text.trim() || quick.kind === 'unknown' || quick.kind === 'empty' || untimely) return;
    const whose = { incidentId, personId: me };
    const note = { clientId: newClientId(), text: text.trim() };
    if (quick.kind === 'task')
      return void add.run({ ...whose, note, task: { title: quick.title, minutes: quick.minutes } });
    if (quick.kind === 'decision')
      return void add.run({
        ...whose,
        note,
        decision: { question: quick.text, options: [], decision: quick.text, basis: '', deciderId: me },
      });
    void add.run({
      ...whose,
      note: {
        ...note,
        text: quick.text,
        ...(at && { at, precision }),
        ...(figure && { figure: true }),
        ...(quick.is && { is: quick.is }),
      },
    });
  };
  return (
    <form
      className="no-print"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="xs" mb="sm">
        <Textarea
          ref={box}
          aria-label={say(TIMELINE.addNote)}
          placeholder={say(TIMELINE.noteHint)}
          value={text}
          onChange={(event) => {
            add.clear();
            setText(event.currentTarget.value);
          }}
          onCompositionStart={() => setComposing(true)}
          onCompositionEnd={() => setComposing(false)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            const [first] = offered;
            if (event.key === 'Tab' && !event.shiftKey && first && text.trim().length > 1) {
              event.preventDefault();
              return complete(first.word);
            }
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            submit();
          }}
          autosize
          minRows={2}
          error={
            quick.kind === 'unknown' && text.trim().length > 1 && offered.length === 0
              ? say(TIMELINE.quickUnknown, { command: quick.command })
              : untimely
                ? say(ROOM.noTimeHere)
                : quick.kind === 'empty' && tried
                  ? say(ROOM.quickEmpty)
                  : (add.wrong('text') ?? add.wrong('minutes') ?? add.wrong('title') ?? add.wrong('decision'))
          }
        />
        {offered.length > 0 && (
          <Group gap={4} role="group" aria-label={say(WAITING.commands)}>
            {offered.map(({ command, word }) => (
              <Button key={command} size="compact-md" variant="default" onClick={() => complete(word)}>
                /{word}
              </Button>
            ))}
          </Group>
        )}
        <Group justify="space-between" align="end">
          <Aside>
            <DateTimeField
              label={say(TIMELINE.when)}
              value={at || null}
              onChange={(next) => setAt(next ?? '')}
              error={add.wrong('at')}
            />
          </Aside>
          {at && (
            <Part>
              <PrecisionSelect value={precision} onChange={setPrecision} />
            </Part>
          )}
          <Checkbox
            mb={8}
            label={say(TIMELINE.forFigure)}
            checked={figure}
            onChange={(e) => setFigure(e.currentTarget.checked)}
          />
          <Button type="submit" loading={add.pending}>
            {say(
              quick.kind === 'task'
                ? TIMELINE.quickTask
                : quick.kind === 'decision'
                  ? TIMELINE.quickDecision
                  : TIMELINE.addNote,
            )}
          </Button>
        </Group>
        {add.failed && (
          <Alert color="red" role="alert">
            {add.failed}
          </Alert>
        )}
        {waiting.length > 0 && (
          <Alert
            variant="outline"
            color="gray"
            role="status"
            title={say(WAITING.kept, { n: waiting.length })}
          >
            <Stack gap={4}>
              {waiting.map(({ note, refused }) => (
                <Group key={note.clientId} justify="space-between" wrap="nowrap">
                  <div>
                    <Text style={{ whiteSpace: 'pre-wrap' }}>{note.text}</Text>
                    {refused && <Text>{say(WAITING.refused, { why: refused })}</Text>}
                  </div>
                  {refused && (
                    <Button size="compact-md" variant="subtle" onClick={() => dropNote(note.clientId)}>
                      {say(WAITING.drop)}
                    </Button>
                  )}
                </Group>
              ))}
              <Button
                size="compact-md"
                variant="default"
                onClick={() => void flush()}
                style={{ alignSelf: 'start' }}
              >
                {say(WAITING.again)}
              </Button>
            </Stack>
          </Alert>
        )}
      </Stack>
    </form>
  );
}

type Sending = Parameters<typeof keepNote>[0];

/** Sends a note; where the server cannot be reached it is kept, with the time it was typed, and sent when it can. */
function useSending(done: () => void) {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<ApiError>();
  const client = useQueryClient();
  const run = async ({ note, ...rest }: Sending): Promise<void> => {
    const typedAt = new Date().toISOString();
    setPending(true);
    setError(undefined);
    try {
      await sendTyped({ ...rest, note });
      if (rest.task || rest.decision) lookAgain(client, ['timeline', 'room']);
      done();
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem;
      // Perhaps it arrived and only the answer was lost: its id makes it one entry all the same.
      const kept =
        (problem.status === 0 || problem.status >= 502) && keepNote({ ...rest, note: { ...note, typedAt } });
      if (kept) done();
      else setError(problem);
    } finally {
      setPending(false);
    }
  };
  return {
    run,
    pending,
    failed: error && error.fields.length === 0 ? error.message : undefined,
    wrong: (field: string) => error?.fields.find((each) => each.field === field)?.mend,
    clear: () => setError(undefined),
  };
}
