import { Button } from '@mantine/core';
import { questionWords } from '../../../../../areas/survey/hearings/words.ts';
import { CERTAINTY_WORDS } from '../../../../../kernel/certainty.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMe } from '../../me.ts';
import { clockMinute } from '../../ui/dates/wall.ts';
import { useAct } from '../../ui/form.tsx';
import { Composer } from './composer.tsx';
import { dropLine, keepLine, useWaitingLines } from './waiting-lines.ts';
import { HEARING } from './words.ts';

type Hearing = ReplyOf<'GET /api/survey/hearings/:id'>;

/** The minutes, line by line; what is typed is kept on the device first, so that a lost connection loses nothing. */
export function Minutes({ hearing, now }: { hearing: Hearing; now: string | null }) {
  const { say } = useSpeech();
  const { data: me } = useMe();
  const { waiting, flush, connected } = useWaitingLines(hearing.id, me?.personId ?? '');
  const asked = hearing.questions.find(({ key }) => key === now);
  const roles = [...new Set(hearing.attendees.map(({ role }) => role))];
  const lines = hearing.lines.filter(({ withdrawn }) => withdrawn === null);
  const isOpen = hearing.state === 'open';
  return (
    <section className="hearing-column hearing-minutes" aria-labelledby="hearing-minutes">
      <header>
        <h2 id="hearing-minutes">{say(HEARING.minutes)}</h2>
        <span className={connected ? 'quiet' : 'hearing-offline'} role="status">
          {isOpen ? say(connected ? HEARING.online : HEARING.offline) : ''}
        </span>
      </header>
      <ol className="hearing-lines">
        {lines.map((line) => (
          <Line key={line.id} hearing={hearing} line={line} isNow={now !== null && line.question === now} />
        ))}
        {waiting.map(({ line, refused }) => (
          <li key={line.clientId} className="hearing-line hearing-line-waiting">
            <span className="quiet">{clockMinute(line.at)}</span>
            <strong>{line.speaker}</strong>
            <div>
              {line.text} <span className="hearing-badge hearing-badge-now">{say(HEARING.waiting)}</span>
              {refused !== undefined && (
                <p role="alert">
                  {say(HEARING.refused, { why: refused })}{' '}
                  <Button size="compact-md" variant="default" onClick={() => void flush(true)}>
                    {say(HEARING.sendAgain)}
                  </Button>{' '}
                  <Button size="compact-md" variant="default" onClick={() => dropLine(line.clientId)}>
                    {say(HEARING.discard)}
                  </Button>
                </p>
              )}
            </div>
          </li>
        ))}
        {lines.length + waiting.length === 0 && (
          <li className="quiet">{say(isOpen ? HEARING.minutesEmpty : HEARING.notOpen)}</li>
        )}
      </ol>
      {isOpen && me && (
        <Composer
          roles={roles}
          question={asked && say(questionWords(asked))}
          onLine={(line) => {
            const { id: hearingId } = hearing;
            const kept = keepLine({
              hearingId,
              personId: me.personId ?? '',
              line: { ...line, question: now },
            });
            if (kept) void flush();
            return kept;
          }}
        />
      )}
    </section>
  );
}

function Line({
  hearing,
  line,
  isNow,
}: {
  hearing: Hearing;
  line: Hearing['lines'][number];
  isNow: boolean;
}) {
  const { say } = useSpeech();
  const take = useAct('PUT /api/survey/hearings/:id/lines/:lineId', {
    stale: ['survey-hearings'],
    formless: true,
  });
  const material = hearing.materials.find(({ id }) => id === line.materialId);
  const asked = hearing.questions.find(({ key }) => key === line.question);
  const { id: lineId, at, speaker, text, certainty, question, materialId, revision } = line;
  return (
    <li className={`hearing-line${isNow ? ' hearing-line-now' : ''}`}>
      <span className="quiet">{clockMinute(at)}</span>
      <strong>{speaker}</strong>
      <div>
        {text}{' '}
        {certainty !== 'confirmed' && (
          <span className="hearing-badge hearing-badge-now">{say(CERTAINTY_WORDS[certainty])}</span>
        )}{' '}
        {material && (
          <span className="hearing-badge hearing-badge-open">
            {say(HEARING.material, { n: material.number, name: material.name })}
          </span>
        )}{' '}
        {hearing.state === 'open' && line.claims.length === 0 && certainty !== 'unknown' && (
          <Button
            size="compact-sm"
            variant="light"
            loading={take.pending}
            onClick={() =>
              take.run({
                params: { id: hearing.id, lineId },
                body: {
                  ...{ at, speaker, text, certainty, question, materialId, revision },
                  claims: [{ section: asked?.section ?? 'response', text, certainty, happened: null }],
                },
              })
            }
          >
            {say(HEARING.takeClaim)}
          </Button>
        )}
      </div>
    </li>
  );
}
