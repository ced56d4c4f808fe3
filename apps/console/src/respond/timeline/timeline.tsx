import './timeline.css';
import { Button, Title, UnstyledButton } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { isMachinery } from '../../../../../areas/audit/incident-lines/rules.ts';
import type { Line } from '../../../../../areas/audit/lines/rules.ts';
import { call } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { usePages } from '../../ui/pages.ts';
import { Aside } from '../../ui/part.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { useSystems } from '../room/use-room.ts';
import type { Corrected } from './amend.tsx';
import { Entry, type How } from './entry.tsx';
import { fold } from './fold/rules.ts';
import { FOLD } from './fold/words.ts';
import { Living } from './folded.tsx';
import { TIMELINE } from './words.ts';

const Judge = lazyPart(() => import('./judge.tsx'), 'Judge');
const Amend = lazyPart(() => import('./amend.tsx'), 'Amend');

/** So much is to be read before somebody has to ask for more: a page of the house's own lines folds into a few. */
const ENOUGH_ROWS = 30;
const MOST_PAGES = 10;

/** What the last correction of a line says, where it was corrected. @param lines the newest first */
function lastCorrection(lines: readonly Line[], seq: number): Corrected | undefined {
  const own = lines.filter(({ kind, corrects }) => kind === 'timeline.corrected' && corrects === seq);
  const [newest] = own;
  if (!newest) return undefined;
  const said = <T,>(of: (body: Line['body']) => T | undefined): T | undefined =>
    own.map(({ body }) => of(body)).find((value) => value !== undefined);
  return {
    text: newest.body['struck'] === true ? undefined : String(newest.body['text']),
    is: said(({ is }) => (is === 'event' || is === 'response' || is === 'note' ? is : undefined)),
    figure: said(({ figure }) => (typeof figure === 'boolean' ? figure : undefined)),
  };
}

interface Loaded200 {
  readonly line: Line;
  readonly names: Readonly<Record<string, string>>;
}

/** The lines of an incident as far as they have been read, by when they happened. */
function useLines(incidentId: string) {
  const { rows, query } = usePages<Loaded200, number>(['timeline', incidentId], async (before, signal) => {
    const page = await call(
      'GET /api/respond/incidents/:id/timeline',
      { params: { id: incidentId }, query: { before, limit: 200, order: 'happened' } },
      signal,
    );
    return { rows: page.lines.map((line) => ({ line, names: page.names })), next: page.next };
  });
  const systems = useSystems(incidentId).data?.systems;
  return useMemo(() => {
    const lines = rows.map(({ line }) => line);
    const corrections = lines.filter(({ kind }) => kind === 'timeline.corrected');
    return {
      query,
      lines,
      names: Object.assign(
        Object.fromEntries((systems ?? []).map(({ asset, name }) => [asset, name])),
        ...new Set(rows.map(({ names }) => names)),
      ) as Readonly<Record<string, string>>,
      bySeq: new Map(lines.map((line) => [line.seq, line])),
      corrected: new Set(corrections.map(({ corrects }) => corrects)),
      // The newest stands first: of several the last correction decides.
      struck: new Set(
        [...Map.groupBy(corrections, ({ corrects }) => corrects)]
          .filter(([, [last]]) => last?.body['struck'] === true)
          .map(([seq]) => seq),
      ),
      rows: fold(lines, isMachinery),
    };
  }, [rows, query, systems]);
}

/** The incident as it happened, newest first, live. Nothing is ever edited: a correction stands beside what it corrects. */
export function Timeline({ incidentId }: { incidentId: string }) {
  const { say } = useSpeech();
  const mayWrite = useMay()('timeline.write');
  const [amending, setAmending] = useState<{ line: Line; how: How }>();
  const [view, setView] = useState<'people' | 'all'>('people');
  const { query, lines, names, bySeq, corrected, struck, rows } = useLines(incidentId);
  const machines = lines.filter(({ kind }) => isMachinery(kind)).length;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const few = rows.length < ENOUGH_ROWS && lines.length < MOST_PAGES * 200;
  useEffect(() => {
    if (few && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [few, hasNextPage, isFetchingNextPage, fetchNextPage]);
  const onAmend = mayWrite ? (line: Line, how: How) => setAmending({ line, how }) : undefined;
  const entry = (line: Line) => (
    <Entry
      key={line.seq}
      line={line}
      names={names}
      about={line.corrects === null ? undefined : bySeq.get(line.corrects)}
      corrected={corrected.has(line.seq)}
      struck={struck.has(line.seq)}
      onAmend={onAmend}
    />
  );
  return (
    <section className="timeline" aria-label={say(TIMELINE.timeline)}>
      <div className="timeline-head">
        <Title order={2}>{say(TIMELINE.timeline)}</Title>
        <fieldset className="views no-print" aria-label={say(FOLD.view)}>
          {(['people', 'all'] as const).map((each) => (
            <UnstyledButton key={each} aria-pressed={view === each} onClick={() => setView(each)}>
              {say(FOLD[each], { n: machines })}
            </UnstyledButton>
          ))}
        </fieldset>
        <span className="quiet timeline-order">{say(FOLD.newest)}</span>
      </div>
      <Loaded
        query={{ data: query.isPending ? undefined : rows, error: query.error, refetch: query.refetch }}
      >
        {() => (
          <ol className="lines timeline-lines" aria-live="polite">
            {view === 'all'
              ? lines.map(entry)
              : rows.map((row) =>
                  row.as === 'line' ? (
                    entry(row.lines[0])
                  ) : (
                    <Living key={row.key} row={row} names={names} entry={entry} />
                  ),
                )}
          </ol>
        )}
      </Loaded>
      {hasNextPage && (
        <div className="timeline-more">
          <span className="quiet">{say(FOLD.notAll, { n: lines.length })}</span>
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {say(FOLD.older)}
          </Button>
        </div>
      )}
      {amending && (
        <Aside>
          {amending.how === 'judge' ? (
            <Judge line={amending.line} onClose={() => setAmending(undefined)} />
          ) : (
            <Amend
              incidentId={incidentId}
              line={amending.line}
              how={amending.how}
              last={lastCorrection(lines, amending.line.seq)}
              onClose={() => setAmending(undefined)}
            />
          )}
        </Aside>
      )}
    </section>
  );
}
