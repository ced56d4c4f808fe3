import { Card, Group, SegmentedControl, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { Mark } from '../../ui/mark.tsx';
import { Empty, Loaded } from '../../ui/query-state.tsx';
import { PartDisclosure } from './part-disclosure.tsx';
import { PUBLIC, STATE_WORDS } from './words.ts';

export type Row = ReplyOf<'GET /api/survey/cases/:id/public-form'>['rows'][number];
type Stretches = Row['internal']['ja'];
const TONES = { same: 'quiet', replaced: 'response', generalised: 'decision', withheld: 'event' } as const;

/** Every text as the house has it, beside what anybody would read, each replacement marked. */
export function Texts({ caseId }: { caseId: string }) {
  const { say, language } = useSpeech();
  const [shown, setShown] = useState<'ja' | 'en'>(language);
  const [changed, setChanged] = useState(true);
  const query = useQuery(
    reading('GET /api/survey/cases/:id/public-form', { params: { id: caseId } }, 'public-editions', 'case'),
  );
  return (
    <Card component="section" aria-label={say(PUBLIC.texts)}>
      <Group mb="sm" gap="md">
        <SegmentedControl
          aria-label={say(PUBLIC.language)}
          value={shown}
          data={[
            { value: 'ja', label: '日本語' },
            { value: 'en', label: 'English' },
          ]}
          onChange={(next) => setShown(next as 'ja' | 'en')}
        />
        <Switch
          label={say(PUBLIC.onlyChanged)}
          checked={changed}
          onChange={({ currentTarget }) => setChanged(currentTarget.checked)}
        />
      </Group>
      <Loaded query={query}>
        {({ rows }) => {
          const listed = rows.filter(({ state }) => !changed || state !== 'same');
          if (listed.length === 0) return <Empty text={say(PUBLIC.noChange)} />;
          return (
            <ul className="public-texts" lang={shown}>
              {listed.map((row) => (
                <Beside key={`${row.path} ${row.state}`} caseId={caseId} row={row} language={shown} />
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Card>
  );
}

function Beside({ caseId, row, language }: { caseId: string; row: Row; language: 'ja' | 'en' }) {
  const { say } = useSpeech();
  const { state, internal, shown } = row;
  return (
    <li>
      <Mark tone={TONES[state]}>{say(STATE_WORDS[state])}</Mark>
      <div>
        <h3>{say(PUBLIC.internal)}</h3>
        <Cut text={internal[language]} />
      </div>
      <div>
        <h3>{say(PUBLIC.shown)}</h3>
        {shown ? <Cut text={shown[language]} /> : <p className="quiet">{say(PUBLIC.notPublished)}</p>}
        <PartDisclosure caseId={caseId} row={row} />
      </div>
    </li>
  );
}

function Cut({ text }: { text: Stretches }) {
  return (
    <p>
      {text.map(({ text: words, replaced }, i) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is known by its place.
        replaced ? <mark key={i}>{words}</mark> : <span key={i}>{words}</span>,
      )}
    </p>
  );
}
