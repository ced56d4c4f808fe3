import { Button, Card, NativeSelect, Stack, Textarea, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { contracts } from '../../../../../areas/survey/publication/contract.ts';
import { mayTurn } from '../../../../../areas/survey/publication/rules.ts';
import { ERRATUM_WORDS } from '../../../../../areas/survey/publication/words.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { useAct } from '../../ui/form.tsx';
import { AskForm } from '../../ui/forms/ask-form.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Empty, Loaded } from '../../ui/query-state.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { Ago } from '../../ui/time.tsx';
import { PUBLICATION } from './words.ts';

type Erratum = ReplyOf<'GET /api/survey/cycles/:id/errata'>['errata'][number];
const TONES = { reported: 'event', verified: 'recovery', held: 'decision', rejected: 'quiet' } as const;
const RESULTS = ['verified', 'held', 'rejected'] as const;

/** What is said to be wrong with what was published, and what was found. */
export function Errata({ cycleId }: { cycleId: string }) {
  const { say } = useSpeech();
  const may = useMay();
  const [settling, setSettling] = useState<Erratum>();
  const query = useQuery(
    reading('GET /api/survey/cycles/:id/errata', { params: { id: cycleId } }, 'survey-publications'),
  );
  return (
    <Card withBorder component="section" aria-labelledby="publication-errata">
      <div className="publication-head">
        <Title order={2} id="publication-errata">
          {say(PUBLICATION.errata)}
        </Title>
        <AskForm
          by={contracts}
          act="POST /api/survey/cycles/:id/errata"
          label={say(PUBLICATION.report)}
          submit={say(PUBLICATION.report)}
          given={{ id: cycleId }}
          stale={['survey-publications']}
          fields={{
            number: { kind: 'number', label: say(PUBLICATION.ofNumber) },
            reportedBy: { kind: 'line', label: say(PUBLICATION.reportedBy) },
            claim: { kind: 'text', label: say(PUBLICATION.claim) },
          }}
        />
      </div>
      <Loaded query={query}>
        {({ errata }) => (
          <>
            {errata.length === 0 && <Empty text={say(PUBLICATION.noErrata)} />}
            <ul className="publication-cases">
              {errata.map((each) => (
                <li key={each.id}>
                  <div className="publication-head">
                    <strong>
                      {each.number === null
                        ? say(PUBLICATION.ofReport)
                        : say(PUBLICATION.number, { n: each.number })}
                    </strong>
                    <Mark tone={TONES[each.state]}>{say(ERRATUM_WORDS[each.state])}</Mark>
                  </div>
                  <p>{each.claim}</p>
                  <p className="quiet">
                    {each.reportedBy} · <Ago at={each.reportedAt} />
                    {each.reason && ` · ${each.reason}`}
                  </p>
                  {each.state === 'verified' && <p>{say(each.text)}</p>}
                  {may('survey.manage') && mayTurn(each.state, 'verified') && (
                    <Button size="compact-md" variant="default" onClick={() => setSettling(each)}>
                      {say(PUBLICATION.settle)}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
      <SideDrawer
        opened={settling !== undefined}
        onClose={() => setSettling(undefined)}
        title={say(PUBLICATION.settle)}
      >
        {settling && (
          <Settle
            key={settling.id}
            cycleId={cycleId}
            erratum={settling}
            onDone={() => setSettling(undefined)}
          />
        )}
      </SideDrawer>
    </Card>
  );
}

function Settle({ cycleId, erratum, onDone }: { cycleId: string; erratum: Erratum; onDone: () => void }) {
  const { say } = useSpeech();
  const [to, setTo] = useState<(typeof RESULTS)[number]>('verified');
  const [reason, setReason] = useState('');
  const [text, setText] = useState({ ja: '', en: '' });
  const act = useAct('POST /api/survey/cycles/:id/errata/:erratumId/turns', {
    stale: ['survey-publications'],
    done: onDone,
  });
  return (
    <Stack gap="sm">
      <p>{erratum.claim}</p>
      <NativeSelect
        label={say(PUBLICATION.result)}
        value={to}
        onChange={(event) => setTo(RESULTS.find((each) => each === event.currentTarget.value) ?? 'verified')}
        data={RESULTS.filter((each) => mayTurn(erratum.state, each)).map((value) => ({
          value,
          label: say(ERRATUM_WORDS[value]),
        }))}
      />
      {to === 'verified' ? (
        (['ja', 'en'] as const).map((language) => (
          <Textarea
            key={language}
            label={say(language === 'ja' ? PUBLICATION.textJa : PUBLICATION.textEn)}
            autosize
            required
            value={text[language]}
            error={act.wrong(`text.${language}`)}
            onChange={(event) => {
              const { value } = event.currentTarget;
              setText((was) => ({ ...was, [language]: value }));
            }}
          />
        ))
      ) : (
        <Textarea
          label={say(PUBLICATION.reason)}
          autosize
          required
          value={reason}
          error={act.wrong('reason')}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      {to === 'verified' && <p className="quiet">{say(PUBLICATION.withNext)}</p>}
      <Button
        loading={act.pending}
        onClick={() =>
          act.run({ params: { id: cycleId, erratumId: erratum.id }, body: { to, reason, text } })
        }
      >
        {say(PUBLICATION.save)}
      </Button>
    </Stack>
  );
}
