import { Button, Card, Group, Kbd, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { AskedWord, WordDecision } from '../../../../../areas/survey/anonymise/deciding/schema.ts';
import { ENTITY_KINDS } from '../../../../../areas/survey/anonymise/entities/schema.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { type PlaceAct, usePlace } from '../../shell/place.ts';
import { useAct } from '../../ui/form.tsx';
import { LeaveGuard } from '../../ui/leave-guard.tsx';
import { Empty, Loaded } from '../../ui/query-state.tsx';
import { AliasSelect } from './alias-select.tsx';
import { Harmless } from './harmless.tsx';
import { WordLine } from './word-line.tsx';
import { KIND_WORDS, type Listed, PUBLIC } from './words.ts';

/** Every word nothing published has used, decided by keyboard in one pass and kept at once. */
export function WordPass({ caseId }: { caseId: string }) {
  const params = { id: caseId };
  const words = useQuery(reading('GET /api/survey/cases/:id/words', { params }, 'public-editions', 'case'));
  const names = useQuery(reading('GET /api/survey/cases/:id/entities', { params }, 'public-editions'));
  return (
    <Loaded query={words}>
      {(shown) => (
        <>
          <Decide caseId={caseId} words={shown.words} names={names.data?.entities ?? []} />
          <Harmless caseId={caseId} words={shown.harmless} />
        </>
      )}
    </Loaded>
  );
}

/** Without those that somebody else decided in the meantime. */
const stillAsked = (staged: readonly WordDecision[], words: readonly AskedWord[]): WordDecision[] =>
  staged.filter(({ word }) => words.some((each) => each.word === word));

function Decide({
  caseId,
  words,
  names,
}: {
  caseId: string;
  words: readonly AskedWord[];
  names: readonly Listed[];
}) {
  const { say } = useSpeech();
  const manage = useMay()('survey.manage');
  const [at, setAt] = useState(0);
  const [kept, setStaged] = useState<readonly WordDecision[]>([]);
  const [choosing, setChoosing] = useState(false);
  const staged = stillAsked(kept, words);
  const list = useRef<HTMLOListElement>(null);
  const here = Math.min(at, Math.max(0, words.length - 1));
  const act = useAct('POST /api/survey/cases/:id/words', {
    stale: ['public-editions'],
    formless: true,
    done: () => {
      setStaged([]);
      setAt(0);
    },
  });
  // The word that is asked about stays in sight; where one begins, the page stays as it is.
  const before = useRef(here);
  useEffect(() => {
    if (before.current !== here) list.current?.children[here]?.scrollIntoView({ block: 'nearest' });
    before.current = here;
  }, [here]);
  const go = (by: number) => setAt(Math.min(words.length - 1, Math.max(0, here + by)));
  const stage = (decision: WordDecision) => {
    const next = [...staged.filter(({ word }) => word !== decision.word), decision];
    setStaged(next);
    setChoosing(false);
    const isLeft = ({ word }: AskedWord) => !next.some((each) => each.word === word);
    const after = words.findIndex((each, i) => i > here && isLeft(each));
    const first = words.findIndex(isLeft);
    setAt(after >= 0 ? after : first >= 0 ? first : here);
  };
  const undo = () => {
    const last = staged.at(-1);
    if (!last) return;
    setStaged(staged.slice(0, -1));
    setAt(
      Math.max(
        0,
        words.findIndex(({ word }) => word === last.word),
      ),
    );
  };
  const save = () => {
    if (staged.length > 0) act.run({ params: { id: caseId }, body: { decisions: staged } });
  };
  const current = words[here]?.word;
  const decide = (decision: (word: string) => WordDecision) => () => {
    if (current !== undefined) stage(decision(current));
  };
  const choices: PlaceAct[] = [
    {
      key: 'harmless',
      word: PUBLIC.harmless,
      hotkey: 'H',
      run: decide((word) => ({ word, as: 'harmless' })),
    },
    ...ENTITY_KINDS.map(
      (kind, i): PlaceAct => ({
        key: kind,
        word: KIND_WORDS[kind],
        hotkey: String(i + 1),
        run: decide((word) => ({ word, as: 'entity', kind })),
      }),
    ),
    { key: 'alias', word: PUBLIC.alias, hotkey: 'A', run: () => setChoosing(names.length > 0) },
  ];
  usePlace(
    PUBLIC.words,
    manage && words.length > 0
      ? [
          ...choices,
          { key: 'next', word: PUBLIC.next, hotkey: 'J', repeats: true, run: () => go(1) },
          { key: 'previous', word: PUBLIC.previous, hotkey: 'K', repeats: true, run: () => go(-1) },
          {
            key: 'down',
            word: PUBLIC.next,
            hotkey: 'ArrowDown',
            unlisted: true,
            repeats: true,
            run: () => go(1),
          },
          {
            key: 'up',
            word: PUBLIC.previous,
            hotkey: 'ArrowUp',
            unlisted: true,
            repeats: true,
            run: () => go(-1),
          },
          { key: 'undo', word: PUBLIC.undo, hotkey: 'U', run: undo },
          { key: 'save', word: PUBLIC.saveWordsAct, hotkey: 'mod+Enter', whileTyping: true, run: save },
        ]
      : [],
  );
  if (words.length === 0) return <Empty text={say(PUBLIC.wordsDone)} />;
  return (
    <Card component="section" className="public-words" aria-label={say(PUBLIC.words)}>
      <LeaveGuard changed={staged.length > 0} />
      <Text className="quiet">{say(PUBLIC.wordsHint)}</Text>
      {manage && (
        <div className="public-keys">
          {choices.map(({ key, word, hotkey, run }) => (
            <Button
              key={key}
              variant="default"
              size="compact-md"
              onClick={run}
              disabled={key === 'alias' && names.length === 0}
            >
              {say(word)} <Kbd aria-hidden>{hotkey}</Kbd>
            </Button>
          ))}
        </div>
      )}
      {choosing && current !== undefined && (
        <AliasSelect
          names={names}
          onChoose={(entityId) => stage({ word: current, as: 'alias', entityId })}
          onLeave={() => setChoosing(false)}
        />
      )}
      <ol ref={list} className="public-word-list">
        {words.map((each, i) => (
          <WordLine
            key={each.word}
            asked={each}
            isNow={manage && i === here}
            decision={staged.find(({ word }) => word === each.word)}
            names={names}
            onGo={() => setAt(i)}
          />
        ))}
      </ol>
      {manage && (
        <Group className="public-foot" justify="space-between">
          <Text className="quiet" role="status">
            {say(PUBLIC.progress, { n: staged.length, all: words.length })}
          </Text>
          <Group gap="sm">
            <Button variant="default" disabled={staged.length === 0} onClick={undo}>
              {say(PUBLIC.undo)} <Kbd aria-hidden>U</Kbd>
            </Button>
            <Button disabled={staged.length === 0} loading={act.pending} onClick={save}>
              {say(PUBLIC.saveWords, { n: staged.length })}
            </Button>
          </Group>
        </Group>
      )}
    </Card>
  );
}
