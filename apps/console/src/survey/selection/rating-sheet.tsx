import { Button, Card, Group, SegmentedControl, Stack, Text, Textarea, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Criterion } from '../../../../../areas/survey/cycles/schema.ts';
import { QUALITIES, type Quality, type Rating } from '../../../../../areas/survey/selection/schema.ts';
import { QUALITY_WORDS } from '../../../../../areas/survey/selection/words.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { usePlace } from '../../shell/place.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { useAct } from '../../ui/form.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { ScoreField } from './score-field.tsx';
import { useListNames } from './use-names.ts';
import { SELECTION } from './words.ts';

const RatedReport = lazyPart(() => import('./rated-report.tsx'), 'RatedReport');
type Sheet = ReplyOf<'GET /api/survey/cycles/:id/sheet'>;
type Candidate = Sheet['candidates'][number];
const NOTHING: Rating = { scores: {}, quality: null, qualityEvidence: '', abstained: '' };

/** One's own sheet: candidate by candidate, kept as one goes, until it is locked. */
export function RatingSheet({ cycleId }: { cycleId: string }) {
  const params = { id: cycleId };
  const sheet = useQuery(reading('GET /api/survey/cycles/:id/sheet', { params }, 'survey-selection'));
  const criteria = useQuery(reading('GET /api/survey/cycles/:id/criteria', { params }, 'survey-cycles'));
  return (
    <Loaded query={sheet}>
      {(shown) => (
        <Loaded query={criteria}>
          {({ editions }) => <Rate cycleId={cycleId} sheet={shown} criteria={editions[0]?.criteria ?? []} />}
        </Loaded>
      )}
    </Loaded>
  );
}

function Rate({
  cycleId,
  sheet: { candidates },
  criteria,
}: {
  cycleId: string;
  sheet: Sheet;
  criteria: readonly Criterion[];
}) {
  const { say } = useSpeech();
  const [at, setAt] = useState(0);
  const lock = useAct('POST /api/survey/cycles/:id/sheet/locking', {
    stale: ['survey-selection'],
    said: say(SELECTION.lockedNow),
    formless: true,
  });
  const go = (by: number) => setAt((now) => Math.min(candidates.length - 1, Math.max(0, now + by)));
  usePlace(SELECTION.sheet, [
    { key: 'next', word: SELECTION.next, run: () => go(1), hotkey: 'J', repeats: true },
    { key: 'previous', word: SELECTION.previous, run: () => go(-1), hotkey: 'K', repeats: true },
  ]);
  const complete = candidates.filter(({ missing }) => missing.length === 0).length;
  const shown = candidates[at];
  return (
    <div className="survey-sheet">
      <Card component="section" aria-label={say(SELECTION.sheet)}>
        <Title order={2}>{say(SELECTION.sheet)}</Title>
        <Text className="quiet">{say(SELECTION.blind)}</Text>
        <Text my="xs">{say(SELECTION.progress, { n: complete, of: candidates.length })}</Text>
        <ol className="survey-queue">
          {candidates.map(({ eventId, receiptNumber, title, missing }, i) => (
            <li key={eventId}>
              <button type="button" aria-current={i === at || undefined} onClick={() => setAt(i)}>
                <span className="nowrap">{receiptNumber}</span>
                <span className="grow">{title}</span>
                <Mark tone={missing.length === 0 ? 'recovery' : 'quiet'}>
                  {missing.length === 0
                    ? say(SELECTION.complete)
                    : say(SELECTION.incomplete, { n: missing.length })}
                </Mark>
              </button>
            </li>
          ))}
        </ol>
        <ActButton
          why={complete === candidates.length ? undefined : say(SELECTION.lockNeeds)}
          loading={lock.pending}
          onClick={() => lock.run({ params: { id: cycleId } })}
        >
          {say(SELECTION.lock)}
        </ActButton>
      </Card>
      {shown && <RateOne key={shown.eventId} cycleId={cycleId} candidate={shown} criteria={criteria} />}
    </div>
  );
}

function RateOne({
  cycleId,
  candidate,
  criteria,
}: {
  cycleId: string;
  candidate: Candidate;
  criteria: readonly Criterion[];
}) {
  const { say, list, language } = useSpeech();
  const named = useListNames();
  const [draft, setDraft] = useState<Rating>(candidate.rating ?? NOTHING);
  const [isReading, setReading] = useState(false);
  const act = useAct('PUT /api/survey/cycles/:id/sheet/:eventId', { stale: ['survey-selection'] });
  const keep = (next: Rating) => act.run({ params: { id: cycleId, eventId: candidate.eventId }, body: next });
  /** A press is kept at once, a text when one leaves it. */
  const pressed = (next: Rating) => {
    setDraft(next);
    keep(next);
  };
  const judged = (key: string, patch: Partial<Rating['scores'][string]>): Rating => {
    const before = draft.scores[key] ?? { score: 0, evidence: '' };
    return { ...draft, scores: { ...draft.scores, [key]: { ...before, ...patch } } };
  };
  const { alike } = candidate;
  return (
    <Card component="section" aria-label={candidate.title}>
      <Group justify="space-between" align="start" wrap="nowrap">
        <Title order={2}>
          {candidate.receiptNumber} {candidate.title}
        </Title>
        <Button variant="default" flex="none" onClick={() => setReading(true)}>
          {say(SELECTION.report)}
        </Button>
      </Group>
      <Text className="quiet">
        {[
          named('sectors', candidate.sector),
          named('eventTypes', candidate.eventType),
          ...candidate.causes.map((cause) => named('causes', cause)),
        ].join(' · ')}
      </Text>
      <Text className="quiet" mb="sm">
        {say(SELECTION.alike, { sameType: alike.sameType, sameCause: alike.sameCause })}
        {' · '}
        {alike.earlier === 0 ? say(SELECTION.firstSeen) : say(SELECTION.earlier, { n: alike.earlier })}
        {alike.published > 0 && ` · ${say(SELECTION.published, { n: alike.published })}`}
        {alike.sameSupplier > 0 && ` · ${say(SELECTION.sameSupplier, { n: alike.sameSupplier })}`}
        {alike.reached.length > 0 &&
          ` · ${say(SELECTION.reached, { sectors: list(alike.reached.map((key) => named('sectors', key))) })}`}
      </Text>
      <Stack gap="md">
        {criteria.map(({ key, name, help, needsText }) => {
          const given = draft.scores[key];
          return (
            <div key={key} className="survey-criterion">
              <ScoreField
                label={name[language]}
                help={help[language]}
                value={given?.score}
                onChange={(score) => pressed(judged(key, { score }))}
              />
              <Textarea
                autosize
                minRows={1}
                label={say(needsText ? SELECTION.needed : SELECTION.evidenceOf, { name: name[language] })}
                value={given?.evidence ?? ''}
                disabled={!given}
                onChange={({ currentTarget }) => setDraft(judged(key, { evidence: currentTarget.value }))}
                onBlur={() => given && keep(draft)}
              />
            </div>
          );
        })}
        <div className="survey-criterion">
          <div>
            <Text fw={600}>{say(SELECTION.quality)}</Text>
            <SegmentedControl
              aria-label={say(SELECTION.quality)}
              value={draft.quality ?? ''}
              data={QUALITIES.map((value) => ({ value, label: say(QUALITY_WORDS[value]) }))}
              onChange={(quality) => pressed({ ...draft, quality: quality as Quality })}
            />
          </div>
          <Textarea
            autosize
            minRows={1}
            label={say(SELECTION.evidence)}
            value={draft.qualityEvidence}
            onChange={({ currentTarget }) => setDraft({ ...draft, qualityEvidence: currentTarget.value })}
            onBlur={() => keep(draft)}
          />
        </div>
        <Textarea
          autosize
          minRows={1}
          label={say(SELECTION.abstain)}
          value={draft.abstained}
          onChange={({ currentTarget }) => setDraft({ ...draft, abstained: currentTarget.value })}
          onBlur={() => keep(draft)}
        />
      </Stack>
      {isReading && (
        <RatedReport
          cycleId={cycleId}
          eventId={candidate.eventId}
          title={`${candidate.receiptNumber} ${candidate.title}`}
          onClose={() => setReading(false)}
        />
      )}
    </Card>
  );
}
