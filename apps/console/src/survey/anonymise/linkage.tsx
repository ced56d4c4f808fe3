import { Anchor, Card, Group, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { contracts as ANONYMISE } from '../../../../../areas/survey/anonymise/contract.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { shortTime } from '../../ui/dates/wall.ts';
import { AskForm } from '../../ui/forms/ask-form.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Empty, Loaded } from '../../ui/query-state.tsx';
import { LINKAGE_WORDS, PUBLIC } from './words.ts';

type Sheet = ReplyOf<'GET /api/survey/cases/:id/linkage'>;
const STALE = ['public-editions'] as const;

/** What an edition could be identified by, to be decided row by row; and who tried. */
export function Linkage({ caseId }: { caseId: string }) {
  const query = useQuery(
    reading('GET /api/survey/cases/:id/linkage', { params: { id: caseId } }, 'public-editions'),
  );
  return (
    <Loaded query={query}>
      {(sheet) => (
        <div className="public-linkage">
          <Rows caseId={caseId} sheet={sheet} />
          <Attempts caseId={caseId} sheet={sheet} />
        </div>
      )}
    </Loaded>
  );
}

function Rows({ caseId, sheet: { number, rows } }: { caseId: string; sheet: Sheet }) {
  const { say } = useSpeech();
  const manage = useMay()('survey.manage');
  return (
    <Card component="section" aria-label={say(PUBLIC.linkage)}>
      <Group justify="space-between" mb="sm">
        <Title order={2}>{say(PUBLIC.linkage)}</Title>
        {manage && (
          <AskForm
            by={ANONYMISE}
            act="POST /api/survey/cases/:id/public-facts"
            label={say(PUBLIC.note)}
            given={{ id: caseId }}
            stale={STALE}
            fields={{
              text: { kind: 'text', label: say(PUBLIC.fact) },
              address: { kind: 'line', label: say(PUBLIC.address) },
            }}
          />
        )}
      </Group>
      {rows.length === 0 && <Empty text={say(number === null ? PUBLIC.noEditionYet : PUBLIC.noRows)} />}
      <ul className="public-rows">
        {rows.map((row) => (
          <Row key={row.key} caseId={caseId} row={row} />
        ))}
      </ul>
    </Card>
  );
}

function Row({ caseId, row }: { caseId: string; row: Sheet['rows'][number] }) {
  const { say, language } = useSpeech();
  const manage = useMay()('survey.manage');
  const { key, kind, what, text, address, decision, open } = row;
  const asked = (as: 'accepted' | 'reworded', label: string) => (
    <AskForm
      key={`${as} ${decision?.version ?? 0}`}
      by={ANONYMISE}
      act="POST /api/survey/cases/:id/linkage"
      label={label}
      given={{ id: caseId, key, as, seen: decision?.version ?? 0 }}
      stale={STALE}
      fields={{ reason: { kind: 'text', label: say(PUBLIC.reason) } }}
    />
  );
  return (
    <li>
      <Group gap="xs">
        <Mark tone={open ? 'event' : 'recovery'}>
          {decision ? say(PUBLIC[decision.as]) : say(PUBLIC.undecided)}
        </Mark>
        <span className="quiet">{say(LINKAGE_WORDS[kind])}</span>
        {kind !== 'fact' && kind !== 'combination' && <b>{what}</b>}
      </Group>
      <p>{text[language]}</p>
      {address && (
        <Anchor href={address} target="_blank" rel="noreferrer noopener" className="public-address">
          {address}
        </Anchor>
      )}
      {decision && (
        <p className="quiet">
          {decision.reason} — {decision.by}, {shortTime(decision.at)}
        </p>
      )}
      {manage && (
        <Group gap="xs">
          {asked('accepted', say(PUBLIC.accept))}
          {asked('reworded', say(PUBLIC.reword))}
        </Group>
      )}
    </li>
  );
}

function Attempts({ caseId, sheet: { number, attempts } }: { caseId: string; sheet: Sheet }) {
  const { say } = useSpeech();
  const manage = useMay()('survey.manage');
  return (
    <Card component="section" aria-label={say(PUBLIC.attempts)}>
      <Group justify="space-between" mb="xs">
        <Title order={2}>{say(PUBLIC.attempts)}</Title>
        {manage && (
          <div>
            <AskForm
              by={ANONYMISE}
              act="POST /api/survey/cases/:id/attempts"
              label={say(PUBLIC.log)}
              {...(number === null && { why: say(PUBLIC.logNeeds) })}
              given={{ id: caseId, number: number ?? 0 }}
              stale={STALE}
              fields={{
                triedBy: { kind: 'line', label: say(PUBLIC.triedBy) },
                minutes: { kind: 'number', label: say(PUBLIC.minutes) },
                means: { kind: 'text', label: say(PUBLIC.means) },
                found: { kind: 'yesNo', label: say(PUBLIC.found) },
                note: { kind: 'text', label: say(PUBLIC.attemptNote) },
              }}
            />
          </div>
        )}
      </Group>
      <p className="quiet">{say(PUBLIC.attemptsHint)}</p>
      {attempts.length === 0 && <Empty text={say(PUBLIC.noAttempts)} />}
      <ul className="public-rows">
        {attempts.map(({ id, number: of, triedBy, minutes, means, found, note, loggedAt }) => (
          <li key={id}>
            <Group gap="xs">
              <Mark tone={found ? 'event' : 'recovery'}>{say(found ? PUBLIC.wasFound : PUBLIC.wasNot)}</Mark>
              <span className="quiet">
                {say(PUBLIC.edition, { n: of })} · {say(PUBLIC.spent, { n: minutes })} · {shortTime(loggedAt)}
              </span>
            </Group>
            <p>
              {triedBy} — {means}
            </p>
            {note && <p className="quiet">{note}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
