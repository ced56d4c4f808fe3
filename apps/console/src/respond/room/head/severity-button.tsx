import { Menu, UnstyledButton } from '@mantine/core';
import type { ReplyOf } from '../../../api.ts';
import { useSpeech } from '../../../language.tsx';
import { useAct } from '../../../ui/form.tsx';
import { ROOM_STALE } from '../../../ui/forms/ask-form.tsx';
import { Severity } from '../../../ui/mark.tsx';
import { SEVERITY_WORDS, W } from '../../../words.ts';
import { useSheet } from '../sheets/use-sheet.ts';
import { HEAD } from './words.ts';

type Incident = ReplyOf<'GET /api/respond/incidents/:id'>;

/** How grave it is, and the other levels one press away; once it is rated by viewpoints, the way to the rating. */
export function SeverityButton({ incident }: { incident: Incident }) {
  const { say, labelled } = useSpeech();
  const { id, severity, rating } = incident;
  const change = useAct('PUT /api/respond/incidents/:id', { stale: ROOM_STALE, formless: true });
  const { show } = useSheet();
  const word = SEVERITY_WORDS[severity];
  return (
    <Menu position="bottom-start" shadow="md">
      <Menu.Target>
        <UnstyledButton
          className={`badge badge-button badge-${severity >= 3 ? 'event' : 'quiet'}`}
          aria-label={labelled(say(HEAD.changeSeverity), word ? say(word) : String(severity))}
          disabled={change.pending}
        >
          <span className="wide-only">{say(W.severity)}</span> <Severity level={severity} />
          <span aria-hidden="true">▾</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {rating ? (
          <>
            <Menu.Label className="severity-rated">{say(HEAD.rated)}</Menu.Label>
            <Menu.Item onClick={() => show('know')}>{say(HEAD.toRating)}</Menu.Item>
          </>
        ) : (
          SEVERITY_WORDS.map((each, level) => (
            <Menu.Item
              className="severity-item"
              key={each.en}
              {...(level === severity && { 'aria-current': true })}
              rightSection={level === severity ? '✓' : undefined}
              onClick={() =>
                level !== severity &&
                change.run({ params: { id }, body: { severity: level, seen: { severity } } })
              }
            >
              <Severity level={level} />
            </Menu.Item>
          ))
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
