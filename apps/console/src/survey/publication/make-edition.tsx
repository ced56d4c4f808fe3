import { Alert, Button, Card, Checkbox, Stack, Textarea, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useSpeech } from '../../language.tsx';
import { useAct } from '../../ui/form.tsx';
import type { Publication } from './publication-page.tsx';
import { PUBLICATION } from './words.ts';

const ENGLISH = ['issuer', 'purpose', 'plan', 'decidedBy'] as const;

/** Makes the next edition; what the server finds in its files is named here. */
export function MakeEdition({
  cycleId,
  found,
  leftOut,
}: {
  cycleId: string;
  found: Publication;
  leftOut: ReadonlyMap<string, string>;
}) {
  const { say } = useSpeech();
  const seen = found.editions[0]?.number ?? 0;
  const [english, setEnglish] = useState({ issuer: '', purpose: '', plan: '', decidedBy: '' });
  const [sectors, setSectors] = useState(true);
  const act = useAct('POST /api/survey/cycles/:id/publication', {
    stale: ['survey-publications', 'survey-cycles'],
    said: say(PUBLICATION.published),
  });
  const open =
    found.points.length +
    found.cases.reduce((sum, { caseId, points }) => sum + (leftOut.has(caseId ?? '') ? 0 : points.length), 0);
  const unsaid = [...leftOut.values()].some((reason) => reason.trim() === '');
  const refused = act.besides([]);
  return (
    <Card withBorder component="section" aria-labelledby="publication-make">
      <Stack gap="sm">
        <Title order={2} id="publication-make">
          {say(PUBLICATION.make)}
        </Title>
        <details>
          <summary>{say(PUBLICATION.inEnglish)}</summary>
          {ENGLISH.map((field) => {
            const props = {
              label: say(PUBLICATION[field]),
              value: english[field],
              onChange: (event: { currentTarget: { value: string } }) => {
                const { value } = event.currentTarget;
                setEnglish((was) => ({ ...was, [field]: value }));
              },
            };
            return field === 'purpose' ? (
              <Textarea key={field} autosize {...props} />
            ) : (
              <TextInput key={field} {...props} />
            );
          })}
        </details>
        {seen === 0 ? (
          <Checkbox
            label={say(PUBLICATION.sectors)}
            checked={sectors}
            onChange={(event) => setSectors(event.currentTarget.checked)}
          />
        ) : (
          <p className="quiet">{say(PUBLICATION.frozen)}</p>
        )}
        <p className="quiet">{say(PUBLICATION.makeHint)}</p>
        <Button
          disabled={open > 0 || unsaid}
          loading={act.pending}
          onClick={() => {
            const leaveOut = [...leftOut].map(([caseId, reason]) => ({ caseId, reason }));
            act.run({ params: { id: cycleId }, body: { seen, english, sectors, leaveOut } });
          }}
        >
          {say(PUBLICATION.makeFirst, { n: seen + 1 })}
        </Button>
        {open > 0 && <p className="quiet">{say(PUBLICATION.openPoints, { n: open })}</p>}
        {refused.length > 0 && (
          <Alert color="red" title={say(PUBLICATION.still)} role="alert">
            <ul>
              {refused.map((each) => (
                <li key={each}>{each}</li>
              ))}
            </ul>
          </Alert>
        )}
      </Stack>
    </Card>
  );
}
