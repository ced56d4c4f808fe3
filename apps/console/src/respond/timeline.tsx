import {
  ActionIcon,
  Button,
  Card,
  Checkbox,
  Group,
  Modal,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
  Tooltip,
} from '@mantine/core';
import { IconMessagePlus, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { call } from '../api.ts';
import { useSpeech } from '../language.tsx';
import { useMay, useMe } from '../me.ts';
import { useAct } from '../ui/form.tsx';
import { Mark, ToneIcon, toneOf } from '../ui/mark.tsx';
import { usePages } from '../ui/pages.ts';
import { Loaded } from '../ui/query-state.tsx';
import { clockTime, fullTime, otherDay } from '../ui/time.tsx';
import { W } from '../words.ts';
import { actorName, factDetail, factName, type Line } from './fact-text.ts';

interface Row {
  readonly line: Line;
  readonly names: Readonly<Record<string, string>>;
}

/** The incident as it happened, newest first, live. Nothing is ever edited: a correction stands beside what it corrects. */
export function Timeline({ incidentId }: { incidentId: string }) {
  const { say } = useSpeech();
  const may = useMay();
  const [amending, setAmending] = useState<{ line: Line; how: 'correct' | 'annotate' }>();
  const { rows, query } = usePages<Row, number>(['timeline', incidentId], async (before, signal) => {
    const page = await call(
      'GET /api/respond/incidents/:id/timeline',
      { params: { id: incidentId }, query: { before, limit: 200 } },
      signal,
    );
    return { rows: page.lines.map((line) => ({ line, names: page.names })), next: page.next };
  });
  const bySeq = new Map(rows.map(({ line }) => [line.seq, line]));
  const corrected = new Set(
    rows.filter(({ line }) => line.kind === 'timeline.corrected').map(({ line }) => line.corrects),
  );
  return (
    <Card withBorder padding="sm">
      <Title order={2} mb="xs">
        {say(W.timeline)}
      </Title>
      {may('timeline.write') && <AddNote incidentId={incidentId} />}
      <Loaded
        query={{ data: query.isPending ? undefined : rows, error: query.error, refetch: query.refetch }}
      >
        {() => (
          <ol style={{ listStyle: 'none', margin: 0, padding: 0 }} aria-live="polite">
            {rows.map(({ line, names }) => (
              <Entry
                key={line.seq}
                line={line}
                names={names}
                about={line.corrects === null ? undefined : bySeq.get(line.corrects)}
                corrected={corrected.has(line.seq)}
                onAmend={may('timeline.write') ? (how) => setAmending({ line, how }) : undefined}
              />
            ))}
          </ol>
        )}
      </Loaded>
      {query.hasNextPage && (
        <Button
          variant="default"
          mt="sm"
          loading={query.isFetchingNextPage}
          onClick={() => query.fetchNextPage()}
        >
          {say(W.all)}
        </Button>
      )}
      {amending && <Amend incidentId={incidentId} {...amending} onClose={() => setAmending(undefined)} />}
    </Card>
  );
}

function Entry({
  line,
  names,
  about,
  corrected,
  onAmend,
}: {
  line: Line;
  names: Row['names'];
  about: Line | undefined;
  corrected: boolean;
  onAmend: ((how: 'correct' | 'annotate') => void) | undefined;
}) {
  const { say, language } = useSpeech();
  const me = useMe();
  const may = useMay();
  const detail = factDetail(line, names, say);
  const mayCorrect = line.actor.id === me.data?.personId || may('incident.command');
  const amendable = onAmend && !line.kind.startsWith('timeline.corrected');
  return (
    <li className={`line${corrected ? ' line-corrected' : ''}`} data-seq={line.seq}>
      <Tooltip label={fullTime(line.at, language)}>
        <time dateTime={line.at}>
          {otherDay(line.at) && <span className="quiet nowrap">{otherDay(line.at)} </span>}
          {line.precision === 'second' ? clockTime(line.at) : clockTime(line.at).slice(0, 5)}
        </time>
      </Tooltip>
      <ToneIcon tone={toneOf(line.kind)} />
      <div>
        <Group justify="space-between" wrap="nowrap" align="start">
          <Text fz="sm">
            <strong>{say(factName(line.kind))}</strong>{' '}
            <span className="quiet">{actorName(line, names, say)}</span>
            {corrected && (
              <>
                {' '}
                <Mark tone="decision">{say(W.correctedBy)}</Mark>
              </>
            )}
          </Text>
          {amendable && (
            <Group gap={0} wrap="nowrap" className="no-print">
              <Tooltip label={say(W.annotate)}>
                <ActionIcon size="sm" aria-label={say(W.annotate)} onClick={() => onAmend('annotate')}>
                  <IconMessagePlus size={15} />
                </ActionIcon>
              </Tooltip>
              {mayCorrect && (
                <Tooltip label={say(W.correct)}>
                  <ActionIcon size="sm" aria-label={say(W.correct)} onClick={() => onAmend('correct')}>
                    <IconPencil size={15} />
                  </ActionIcon>
                </Tooltip>
              )}
            </Group>
          )}
        </Group>
        {about && (
          <Text fz="sm" className="quiet">
            {say(line.kind === 'timeline.corrected' ? W.correctionOf : W.annotationOf, {
              time: clockTime(about.at),
            })}
          </Text>
        )}
        {detail && <div className="line-text">{detail}</div>}
      </div>
    </li>
  );
}

function AddNote({ incidentId }: { incidentId: string }) {
  const { say } = useSpeech();
  const [text, setText] = useState('');
  const [at, setAt] = useState('');
  const [figure, setFigure] = useState(false);
  const add = useAct('POST /api/respond/incidents/:id/timeline', {
    stale: ['timeline'],
    done: () => {
      setText('');
      setAt('');
      setFigure(false);
    },
  });
  const submit = () => {
    if (!text.trim()) return;
    add.run({
      params: { id: incidentId },
      body: { text, ...(at && { at: new Date(at).toISOString() }), ...(figure && { figure }) },
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
          aria-label={say(W.addNote)}
          placeholder={say(W.noteHint)}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing)
              return;
            event.preventDefault();
            submit();
          }}
          autosize
          minRows={2}
          error={add.wrong('text')}
        />
        <Group justify="space-between" align="end">
          <TextInput
            type="datetime-local"
            label={say(W.when)}
            value={at}
            onChange={(e) => setAt(e.currentTarget.value)}
            error={add.wrong('at')}
          />
          <Checkbox
            mb={8}
            label={say(W.forFigure)}
            checked={figure}
            onChange={(e) => setFigure(e.currentTarget.checked)}
          />
          <Button type="submit" loading={add.pending}>
            {say(W.addNote)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Amend({
  incidentId,
  line,
  how,
  onClose,
}: {
  incidentId: string;
  line: Line;
  how: 'correct' | 'annotate';
  onClose: () => void;
}) {
  const { say } = useSpeech();
  const [text, setText] = useState(
    how === 'correct' && typeof line.body['text'] === 'string' ? line.body['text'] : '',
  );
  const options = { stale: ['timeline'], done: onClose };
  const correct = useAct('POST /api/respond/incidents/:id/timeline/:seq/correct', options);
  const annotate = useAct('POST /api/respond/incidents/:id/timeline/:seq/annotate', options);
  const act = how === 'correct' ? correct : annotate;
  return (
    <Modal opened onClose={onClose} title={say(how === 'correct' ? W.correct : W.annotate)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          act.run({ params: { id: incidentId, seq: line.seq }, body: { text } });
        }}
      >
        <Stack>
          <Text className="quiet">{say(factName(line.kind))}</Text>
          <Textarea
            aria-label={say(W.note)}
            value={text}
            onChange={(e) => setText(e.currentTarget.value)}
            autosize
            minRows={3}
            error={act.wrong('text')}
            data-autofocus
          />
          <Button type="submit" loading={act.pending}>
            {say(W.save)}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
