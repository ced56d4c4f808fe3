import './timeline.css';
import { ActionIcon, Button, Card, Checkbox, Group, Menu, Text, Title, Tooltip } from '@mantine/core';
import { useState } from 'react';
import { OUTCOMES } from '../../../../../areas/respond/timeline/schema.ts';
import { OUTCOME_WORDS } from '../../../../../areas/respond/timeline/words.ts';
import { call } from '../../api.ts';
import { useChannelNames } from '../../channel-names.ts';
import { useSpeech } from '../../language.tsx';
import { useMay, useMe } from '../../me.ts';
import { useAct } from '../../ui/form.tsx';
import { IconArrowsSplit2, IconMessagePlus, IconPencil, IconScale } from '../../ui/icons.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Mark, ToneIcon } from '../../ui/mark.tsx';
import { usePages } from '../../ui/pages.ts';
import { Aside } from '../../ui/part.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { clockTime, dayAndMinute, fullTime, otherDay } from '../../ui/time.tsx';
import { W } from '../../words.ts';
import { RECORD } from '../room/record-words.ts';
import { useSystems } from '../room/use-room.ts';
import { ROOM } from '../room/words.ts';
import { AddNote } from './add-note.tsx';
import type { Corrected, How } from './amend.tsx';
import { actorName, factDetail, factName, isMachinery, type Line, toneOf } from './fact-text.ts';
import { TIMELINE } from './words.ts';

const Amend = lazyPart(() => import('./amend.tsx'), 'Amend');

/** As exact as it is known: a day has no hour, an hour no minutes. */
function shownClock(at: string, precision: string, say: ReturnType<typeof useSpeech>['say']): string {
  const clock = clockTime(at);
  if (precision === 'second') return clock;
  if (precision === 'minute') return clock.slice(0, 5);
  if (precision === 'about') return say(ROOM.aboutTime, { time: clock.slice(0, 5) });
  return precision === 'hour' ? say(ROOM.aboutHour, { hour: clock.slice(0, 2) }) : say(ROOM.someTime);
}

/** Who did it; of what was entered when it was over, who entered it and when. */
function enteredBy(line: Line, name: string, say: ReturnType<typeof useSpeech>['say']): string {
  const late = Date.parse(line.recordedAt) - Date.parse(line.at) > 120_000;
  if (!late || line.actor.kind === 'system' || line.actor.kind === 'source') return name;
  return say(TIMELINE.afterwards, { at: dayAndMinute(line.recordedAt), name });
}

/** What the last correction of a line says, where it was corrected. @param lines the newest first */
function lastCorrection(lines: readonly Line[], seq: number): Corrected | undefined {
  const own = lines.filter(({ kind, corrects }) => kind === 'timeline.corrected' && corrects === seq);
  const [newest] = own;
  if (!newest) return undefined;
  const said = <T,>(of: (body: Line['body']) => T | undefined): T | undefined =>
    own.map(({ body }) => of(body)).find((value) => value !== undefined);
  return {
    text: String(newest.body['text']),
    is: said(({ is }) => (is === 'event' || is === 'response' || is === 'note' ? is : undefined)),
    figure: said(({ figure }) => (typeof figure === 'boolean' ? figure : undefined)),
  };
}

interface Row {
  readonly line: Line;
  readonly names: Readonly<Record<string, string>>;
}

/** The incident as it happened, newest first, live. Nothing is ever edited: a correction stands beside what it corrects. */
export function Timeline({ incidentId }: { incidentId: string }) {
  const { say } = useSpeech();
  const may = useMay();
  const [amending, setAmending] = useState<{ line: Line; how: How }>();
  const [peopleOnly, setPeopleOnly] = useState(false);
  const { rows, query } = usePages<Row, number>(['timeline', incidentId], async (before, signal) => {
    const page = await call(
      'GET /api/respond/incidents/:id/timeline',
      { params: { id: incidentId }, query: { before, limit: 200, order: 'happened' } },
      signal,
    );
    return { rows: page.lines.map((line) => ({ line, names: page.names })), next: page.next };
  });
  const systems = Object.fromEntries(
    (useSystems(incidentId).data?.systems ?? []).map(({ asset, name }) => [asset, name]),
  );
  const bySeq = new Map(rows.map(({ line }) => [line.seq, line]));
  const corrected = new Set(
    rows.filter(({ line }) => line.kind === 'timeline.corrected').map(({ line }) => line.corrects),
  );
  return (
    <Card withBorder padding="sm">
      <Group justify="space-between" mb="xs">
        <Title order={2}>{say(TIMELINE.timeline)}</Title>
        <Checkbox
          className="no-print"
          label={say(ROOM.peopleOnly)}
          checked={peopleOnly}
          onChange={(event) => setPeopleOnly(event.currentTarget.checked)}
        />
      </Group>
      {may('timeline.write') && <AddNote incidentId={incidentId} />}
      <Loaded
        query={{ data: query.isPending ? undefined : rows, error: query.error, refetch: query.refetch }}
      >
        {() => (
          <ol style={{ listStyle: 'none', margin: 0, padding: 0 }} aria-live="polite">
            {rows
              .filter(({ line }) => !peopleOnly || !isMachinery(line.kind))
              .map(({ line, names }) => (
                <Entry
                  key={line.seq}
                  line={line}
                  names={{ ...systems, ...names }}
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
      {amending && (
        <Aside>
          <Amend
            incidentId={incidentId}
            {...amending}
            last={lastCorrection(
              rows.map(({ line }) => line),
              amending.line.seq,
            )}
            onClose={() => setAmending(undefined)}
          />
        </Aside>
      )}
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
  onAmend: ((how: How) => void) | undefined;
}) {
  const { say, language } = useSpeech();
  const me = useMe();
  const may = useMay();
  const channels = useChannelNames();
  const detail = factDetail(line, { ...names, ...channels }, say);
  const mayCorrect = line.actor.personId === me.data?.personId || may('incident.command');
  const amendable = onAmend && !line.kind.startsWith('timeline.corrected');
  const is = line.body['is'] === 'event' || line.body['is'] === 'response' ? line.body['is'] : undefined;
  const judge = useAct('POST /api/respond/incidents/:id/timeline/:seq/judge', {
    stale: ['timeline', 'room'],
  });
  return (
    <li className={`line${corrected ? ' line-corrected' : ''}`} data-seq={line.seq}>
      <Tooltip label={fullTime(line.at, language)}>
        <time dateTime={line.at}>
          {otherDay(line.at) && <div className="quiet nowrap">{otherDay(line.at)}</div>}
          {shownClock(line.at, line.precision, say)}
        </time>
      </Tooltip>
      <ToneIcon tone={toneOf(line.kind)} />
      <div>
        <Group justify="space-between" wrap="nowrap" align="start">
          <Text fz="sm">
            <strong>{say(factName(line.kind))}</strong>{' '}
            <span className="quiet">{enteredBy(line, actorName(line, names, say), say)}</span>
            {corrected && (
              <>
                {' '}
                <Mark tone="decision">{say(TIMELINE.correctedBy)}</Mark>
              </>
            )}
          </Text>
          {amendable && (
            <Group gap={0} wrap="nowrap" className="no-print">
              {is === 'response' && (
                <Menu>
                  <Menu.Target>
                    <ActionIcon size="md" aria-label={say(TIMELINE.judge)} title={say(TIMELINE.judge)}>
                      <IconScale size={15} />
                    </ActionIcon>
                  </Menu.Target>
                  <Menu.Dropdown>
                    {OUTCOMES.map((outcome) => (
                      <Menu.Item
                        key={outcome}
                        onClick={() =>
                          judge.run({
                            params: { id: line.incidentId ?? '', seq: line.seq },
                            body: { outcome },
                          })
                        }
                      >
                        {say(OUTCOME_WORDS[outcome])}
                      </Menu.Item>
                    ))}
                  </Menu.Dropdown>
                </Menu>
              )}
              <Tooltip label={say(TIMELINE.annotate)}>
                <ActionIcon size="md" aria-label={say(TIMELINE.annotate)} onClick={() => onAmend('annotate')}>
                  <IconMessagePlus size={15} />
                </ActionIcon>
              </Tooltip>
              {line.kind === 'timeline.noted' && (
                <Tooltip label={say(RECORD.dispute)}>
                  <ActionIcon size="md" aria-label={say(RECORD.dispute)} onClick={() => onAmend('dispute')}>
                    <IconArrowsSplit2 size={15} />
                  </ActionIcon>
                </Tooltip>
              )}
              {mayCorrect && (
                <Tooltip label={say(TIMELINE.correct)}>
                  <ActionIcon size="md" aria-label={say(TIMELINE.correct)} onClick={() => onAmend('correct')}>
                    <IconPencil size={15} />
                  </ActionIcon>
                </Tooltip>
              )}
            </Group>
          )}
        </Group>
        {about && (
          <Text fz="sm" className="quiet">
            {say(line.kind === 'timeline.corrected' ? TIMELINE.correctionOf : TIMELINE.annotationOf, {
              time: clockTime(about.at),
            })}
          </Text>
        )}
        {detail && (
          <div className="line-text">
            {is && <Mark tone={is}>{say(is === 'event' ? TIMELINE.anEvent : TIMELINE.aResponse)}</Mark>}{' '}
            {detail}
          </div>
        )}
      </div>
    </li>
  );
}
