import { Button, Card, Group, Table, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { contracts as SELECTION_ROUTES } from '../../../../../areas/survey/selection/contract.ts';
import { FEWEST_RATERS } from '../../../../../areas/survey/selection/rules.ts';
import { OUT_REASONS } from '../../../../../areas/survey/selection/schema.ts';
import { OUT_WORDS } from '../../../../../areas/survey/selection/words.ts';
import { call, type ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { about } from '../../queries.ts';
import { ActButton } from '../../ui/act-button.tsx';
import type { Paged } from '../../ui/data-table.tsx';
import { useAct } from '../../ui/form.tsx';
import { AskForm } from '../../ui/forms/ask-form.tsx';
import { Mark } from '../../ui/mark.tsx';
import { MorePages } from '../../ui/more-pages.tsx';
import { Empty, Loaded } from '../../ui/query-state.tsx';
import { useListNames } from './use-names.ts';
import { SELECTION } from './words.ts';

type Cycle = ReplyOf<'GET /api/survey/cycles/:id'>;
type Rater = ReplyOf<'GET /api/survey/cycles/:id/raters'>['raters'][number];
type Listed = ReplyOf<'GET /api/survey/cycles/:id/candidates'>;
const NOTHING_LISTED = { eligible: 0, before: 0, after: 0, notPassed: 0, withdrawn: 0 };

/** Before the selection: who rates and how far they are, and what there is to be rated. */
export function Preparation({ cycle, raters }: { cycle: Cycle; raters: readonly Rater[] }) {
  const pages = useInfiniteQuery({
    queryKey: ['survey-selection', 'candidates', cycle.id],
    meta: about('survey-selection', 'survey-cycles'),
    queryFn: ({ pageParam, signal }) =>
      call(
        'GET /api/survey/cycles/:id/candidates',
        { params: { id: cycle.id }, query: { after: pageParam ?? undefined, limit: 100 } },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  return (
    <Loaded query={pages}>
      {({ pages: [first, ...more] }) => {
        const tally = first?.tally ?? NOTHING_LISTED;
        return (
          <div className="survey-two">
            <Candidates
              cycle={cycle}
              candidates={[...(first?.candidates ?? []), ...more.flatMap(({ candidates }) => candidates)]}
              tally={tally}
              query={pages}
            />
            <Raters cycle={cycle} raters={raters} eligible={tally.eligible} />
          </div>
        );
      }}
    </Loaded>
  );
}

function Candidates({
  cycle,
  candidates,
  tally,
  query,
}: {
  cycle: Cycle;
  candidates: Listed['candidates'];
  tally: NonNullable<Listed['tally']>;
  query: Pick<Paged, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>;
}) {
  const { say } = useSpeech();
  const named = useListNames();
  const update = useAct('POST /api/survey/cycles/:id/candidates', { stale: ['survey-selection'] });
  const updating = useMay()('survey.manage') && cycle.state === 'open' && (
    <Button
      size="compact-md"
      variant="default"
      loading={update.pending}
      onClick={() => update.run({ params: { id: cycle.id } })}
    >
      {say(SELECTION.update)}
    </Button>
  );
  const left = OUT_REASONS.filter((reason) => tally[reason] > 0).map((reason) =>
    say(SELECTION.leftOutFor, { reason: say(OUT_WORDS[reason]), n: tally[reason] }),
  );
  return (
    <Card component="section" aria-label={say(SELECTION.candidates)}>
      <Group justify="space-between">
        <Title order={2}>{say(SELECTION.candidates)}</Title>
        {candidates.length > 0 && updating}
      </Group>
      {candidates.length === 0 ? (
        <Empty text={say(SELECTION.noCandidates)}>{updating}</Empty>
      ) : (
        <Table className="survey-stack">
          <Table.Thead>
            <Table.Tr>
              {[SELECTION.receipt, SELECTION.event, SELECTION.sector, SELECTION.standing].map((word) => (
                <Table.Th key={word.en}>{say(word)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {candidates.map((each) => (
              <Table.Tr key={each.eventId}>
                <Table.Td className="nowrap">{each.receiptNumber}</Table.Td>
                <Table.Td>{each.title}</Table.Td>
                <Table.Td>{named('sectors', each.sector)}</Table.Td>
                <Table.Td>
                  {each.out ? (
                    <span className="quiet">{say(OUT_WORDS[each.out])}</span>
                  ) : (
                    <Mark tone="recovery">{say(SELECTION.eligible)}</Mark>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <MorePages query={query} mt="sm" />
      {left.length > 0 && (
        <Text className="quiet" mt="sm">
          {say(SELECTION.leftOut, { told: left.join(say(SELECTION.between)) })}
        </Text>
      )}
    </Card>
  );
}

function Raters({ cycle, raters, eligible }: { cycle: Cycle; raters: readonly Rater[]; eligible: number }) {
  const { say } = useSpeech();
  const manages = useMay()('survey.manage');
  const stale = ['survey-selection', 'survey-cycles'] as const;
  const start = useAct('POST /api/survey/cycles/:id/rating', { stale });
  const remove = useAct('DELETE /api/survey/cycles/:id/raters/:raterId', { stale });
  const ready = eligible > 0 && raters.length >= FEWEST_RATERS;
  return (
    <Card component="section" aria-label={say(SELECTION.raters)}>
      <Group justify="space-between">
        <Title order={2}>{say(SELECTION.raters)}</Title>
        {manages && (
          <AskForm
            by={SELECTION_ROUTES}
            act="POST /api/survey/cycles/:id/raters"
            label={say(SELECTION.assign)}
            submit={say(SELECTION.assign)}
            given={{ id: cycle.id }}
            stale={stale}
            fields={{ personId: { kind: 'person', label: say(SELECTION.person), needed: true } }}
          />
        )}
      </Group>
      {raters.length === 0 && <Text className="quiet">{say(SELECTION.noRaters)}</Text>}
      <ul className="survey-raters">
        {raters.map(({ raterId, name, rated, lockedAt }) => (
          <li key={raterId}>
            <span className="grow">{name}</span>
            <span className="quiet">{say(SELECTION.ratedOf, { n: rated, of: eligible })}</span>
            {lockedAt && <Mark tone="recovery">{say(SELECTION.locked)}</Mark>}
            {manages && lockedAt && (
              <AskForm
                by={SELECTION_ROUTES}
                act="POST /api/survey/cycles/:id/raters/:raterId/unlocking"
                label={say(SELECTION.unlock)}
                submit={say(SELECTION.unlock)}
                hint={say(SELECTION.unlockHint)}
                given={{ id: cycle.id, raterId }}
                stale={stale}
                fields={{ reason: { kind: 'text', label: say(SELECTION.reason), needed: true } }}
              />
            )}
            {manages && !lockedAt && rated === 0 && (
              <Button
                size="compact-md"
                variant="subtle"
                loading={remove.pending}
                onClick={() => remove.run({ params: { id: cycle.id, raterId } })}
              >
                {say(SELECTION.remove)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {cycle.state === 'open'
        ? manages && (
            <ActButton
              why={ready ? undefined : say(SELECTION.startNeeds)}
              loading={start.pending}
              onClick={() => start.run({ params: { id: cycle.id } })}
            >
              {say(SELECTION.start)}
            </ActButton>
          )
        : cycle.state === 'rating' && <Text className="quiet">{say(SELECTION.waiting)}</Text>}
    </Card>
  );
}
