import { Badge, Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { CLAIM_SECTIONS } from '../../../../../areas/learn/cases/schema.ts';
import { SECTION_WORDS } from '../../../../../areas/learn/cases/words.ts';
import type { Bilingual } from '../../../../../kernel/language.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { useAct } from '../../ui/form.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { Ago } from '../../ui/time.tsx';
import { W } from '../../words.ts';
import type { CaseReply } from './case-page.tsx';
import { CASE_TOPICS, TURN_WORDS } from './turn-words.ts';
import { CASE } from './words.ts';

type History = ReplyOf<'GET /api/learn/cases/:id/versions'>;
type Difference = ReplyOf<'GET /api/learn/cases/:id/versions/:version'>['differences'][number];

/** A part of a case as its heading calls it. */
function usePartWords(): (part: string) => string {
  const { say } = useSpeech();
  const words: Readonly<Record<string, Bilingual>> = {
    title: W.title,
    causeGroup: W.cause,
    summary: CASE.summary,
    outline: CASE.outline,
    figure: W.figure,
    lessons: W.lessons,
    questions: CASE.questions,
  };
  return (part) => {
    const section = CLAIM_SECTIONS.find((each) => part === `sections.${each}`);
    return say(section ? SECTION_WORDS[section] : (words[part] ?? W.any));
  };
}

/** Who wrote which version, what it changed, and who reviewed it; each can be gone back to. */
export function CaseHistory({ reply }: { reply: CaseReply }) {
  const { say } = useSpeech();
  const query = useQuery(reading('GET /api/learn/cases/:id/versions', { params: { id: reply.id } }, 'case'));
  return (
    <details className="case-tools">
      <summary>{say(W.versionHistory)}</summary>
      <Loaded query={query}>
        {({ versions, turns }) => (
          <ol reversed>
            {versions.map((each) => (
              <li key={each.version} value={each.version}>
                <Version reply={reply} version={each} />
                {turns
                  .filter(({ version }) => version === each.version)
                  .map((turn) => (
                    <Taken key={turn.at} turn={turn} />
                  ))}
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </details>
  );
}

function Version({ reply, version }: { reply: CaseReply; version: History['versions'][number] }) {
  const { say, list } = useSpeech();
  const may = useMay();
  const partWords = usePartWords();
  const [shown, setShown] = useState(false);
  const restore = useAct('POST /api/learn/cases/:id/restore', { stale: CASE_TOPICS });
  const isLatest = version.version === reply.version;
  const refused = restore.wrong('version');
  return (
    <>
      <Ago at={version.changedAt} /> {version.changedBy === 'sonae' ? 'Sonae' : version.changedBy}
      <span className="quiet"> {list(version.changed.map(partWords))}</span>
      <Group gap="xs" component="span" display="inline-flex" ml="sm">
        {version.changed.length > 0 && (
          <Button
            variant="subtle"
            size="compact-md"
            aria-expanded={shown}
            onClick={() => setShown((before) => !before)}
          >
            {say(CASE.whatChanged)}
          </Button>
        )}
        {!isLatest && reply.state === 'draft' && may('case.write') && (
          <ConfirmButton
            size="compact-md"
            loading={restore.pending}
            onConfirm={() =>
              restore.run({
                params: { id: reply.id },
                body: { from: version.version, version: reply.version },
              })
            }
          >
            {say(CASE.goBack)}
          </ConfirmButton>
        )}
      </Group>
      {refused && (
        <p role="alert" className="quiet">
          {refused}
        </p>
      )}
      {shown && <Changes id={reply.id} version={version.version} />}
    </>
  );
}

function Changes({ id, version }: { id: string; version: number }) {
  const partWords = usePartWords();
  const query = useQuery(
    reading(
      'GET /api/learn/cases/:id/versions/:version',
      { params: { id, version: String(version) } },
      'case',
    ),
  );
  return (
    <Loaded query={query}>
      {({ differences }) => (
        <ul>
          {differences.map((each) => (
            <li key={`${each.part} ${each.kind} ${each.before?.ja} ${each.after?.ja}`}>
              <span className="quiet">{partWords(each.part)}</span> <Changed difference={each} />
            </li>
          ))}
        </ul>
      )}
    </Loaded>
  );
}

const KIND_WORDS = {
  added: 'wasAdded',
  removed: 'wasRemoved',
  changed: 'wasChanged',
  moved: 'wasMoved',
} as const satisfies Record<Difference['kind'], keyof typeof CASE>;

/** What was struck and what stands now, said in a word as well. */
function Changed({ difference: { kind, before, after } }: { difference: Difference }) {
  const { say } = useSpeech();
  const [was, is] = [before && say(before), after && say(after)];
  return (
    <>
      <Badge variant="outline" color="gray" size="sm">
        {say(CASE[KIND_WORDS[kind]])}
      </Badge>{' '}
      {was !== is && was && <del>{was}</del>} {is && (was === is ? <span>{is}</span> : <ins>{is}</ins>)}
    </>
  );
}

/** One turn of a version: who took it, why, and whether it was their own text. */
function Taken({ turn: { turn, at, by, reason, own } }: { turn: History['turns'][number] }) {
  const { say } = useSpeech();
  return (
    <div>
      {say(CASE[TURN_WORDS[turn]])} <Ago at={at} /> {by === 'sonae' ? 'Sonae' : by}{' '}
      {own && turn === 'approve' && (
        <Badge variant="outline" color="orange" size="sm">
          {say(CASE.ownText)}
        </Badge>
      )}
      {reason && <div className="quiet">{reason}</div>}
    </div>
  );
}
