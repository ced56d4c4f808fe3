import { Card, Group, Text, Title } from '@mantine/core';
import type { Criterion } from '../../../../../areas/survey/cycles/schema.ts';
import { FIRM, isContested } from '../../../../../areas/survey/selection/firmness/rules.ts';
import { type Balance, QUALITY_KEY } from '../../../../../areas/survey/selection/rules.ts';
import { QUALITY_NAME } from '../../../../../areas/survey/selection/words.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { Mark } from '../../ui/mark.tsx';
import { useListNames } from './use-names.ts';
import { SELECTION } from './words.ts';

type Selection = ReplyOf<'GET /api/survey/cycles/:id/selection'>;

interface Side {
  readonly selection: Selection;
  readonly criteria: readonly Criterion[];
  readonly balance: Balance;
  readonly percent: number;
  readonly picked: ReadonlySet<string>;
}

/** What the set is to be weighed by: how it is spread, how firm it is, how far raters agreed. */
export function SelectionSide({ selection, criteria, balance, percent, picked }: Side) {
  const { say } = useSpeech();
  return (
    <div className="survey-side">
      <Card component="section" aria-label={say(SELECTION.sectors)}>
        <Group justify="space-between">
          <Title order={2}>{say(SELECTION.sectors)}</Title>
          <span className="quiet">{say(SELECTION.chosenOf, { n: picked.size })}</span>
        </Group>
        <Bars list="sectors" counted={balance.sectors} />
        <Warnings warnings={balance.warnings} percent={percent} />
      </Card>
      <Card component="section" aria-label={say(SELECTION.causes)}>
        <Title order={2}>{say(SELECTION.causes)}</Title>
        <Bars list="causes" counted={balance.causes} />
      </Card>
      <Firmness selection={selection} picked={picked} />
      <Agreement selection={selection} criteria={criteria} />
    </div>
  );
}

function Bars({ list, counted }: { list: 'sectors' | 'causes'; counted: Balance['sectors'] }) {
  const named = useListNames();
  const most = Math.max(1, ...counted.map(({ candidates }) => candidates));
  return (
    <ul className="survey-bars">
      {counted.map(({ key, candidates, chosen }) => (
        <li key={key}>
          <span>{named(list, key)}</span>
          <span className="survey-bar" aria-hidden>
            <span style={{ width: `${(candidates / most) * 100}%` }} />
            <span style={{ width: `${(chosen / most) * 100}%` }} />
          </span>
          <span className="nowrap">
            {chosen} / {candidates}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Warnings({ warnings, percent }: Pick<Balance, 'warnings'> & { percent: number }) {
  const { say, list } = useSpeech();
  const named = useListNames();
  const none = warnings.filter(({ kind }) => kind === 'none').map(({ sector }) => named('sectors', sector));
  return (
    <>
      {warnings
        .filter(({ kind }) => kind === 'dominant')
        .map(({ sector }) => (
          <Text key={sector} className="survey-warning">
            {say(SELECTION.dominant, { sector: named('sectors', sector), percent })}
          </Text>
        ))}
      {none.length > 0 && (
        <Text className="survey-warning">{say(SELECTION.none, { sectors: list(none) })}</Text>
      )}
    </>
  );
}

function Firmness({ selection, picked }: Pick<Side, 'selection' | 'picked'>) {
  const { say, list } = useSpeech();
  const chosen = selection.ranked.filter(({ eventId }) => picked.has(eventId));
  const numberOf = new Map(selection.ranked.map((each) => [each.eventId, each.receiptNumber]));
  const contested = selection.ranked.filter(({ anyWeights }) => isContested(anyWeights));
  const moved = selection.withoutRater.filter(({ lost }) => lost.length > 0);
  return (
    <Card component="section" aria-label={say(SELECTION.firmness)}>
      <Title order={2}>{say(SELECTION.firmness)}</Title>
      <Text>
        {say(SELECTION.firmAny, {
          of: chosen.length,
          n: chosen.filter(({ anyWeights }) => anyWeights >= FIRM).length,
        })}
      </Text>
      <Text>
        {say(SELECTION.firmNear, {
          of: chosen.length,
          n: chosen.filter(({ nearlyEqual }) => nearlyEqual >= FIRM).length,
        })}
      </Text>
      {contested.length > 0 && (
        <Text className="quiet">
          {say(SELECTION.contested, {
            numbers: list(
              contested.map((each) =>
                say(SELECTION.shareOf, {
                  number: each.receiptNumber,
                  percent: Math.round(each.anyWeights * 100),
                }),
              ),
            ),
          })}
        </Text>
      )}
      {moved.length === 0 && chosen.length > 0 && <Text className="quiet">{say(SELECTION.withoutNone)}</Text>}
      {moved.map(({ raterId, name, lost }) => (
        <Text key={raterId} className="quiet">
          {say(SELECTION.withoutRater, { name, numbers: list(lost.map((id) => numberOf.get(id) ?? '')) })}
        </Text>
      ))}
    </Card>
  );
}

function Agreement({ selection, criteria }: Pick<Side, 'selection' | 'criteria'>) {
  const { say, language } = useSpeech();
  const rounded = (value: number): string => value.toFixed(2);
  const nameOf = (key: string): string =>
    key === QUALITY_KEY
      ? say(QUALITY_NAME)
      : (criteria.find((each) => each.key === key)?.name[language] ?? key);
  return (
    <Card component="section" aria-label={say(SELECTION.agreement)}>
      <Title order={2}>{say(SELECTION.agreement)}</Title>
      <Text className="quiet">{say(SELECTION.agreementHint)}</Text>
      <ul className="survey-agree">
        {[...criteria.map(({ key }) => key), QUALITY_KEY].map((key) => {
          const found = selection.agreement[key];
          if (!found) return null;
          const { alpha, interval, low } = found;
          return (
            <li key={key}>
              <span className="grow">{nameOf(key)}</span>
              {low && <Mark tone="event">{say(SELECTION.discuss)}</Mark>}
              <span className="nowrap">
                {alpha === null ? (
                  <span className="quiet">{say(SELECTION.noAlpha)}</span>
                ) : (
                  <b>{rounded(alpha)}</b>
                )}{' '}
                <span className="quiet">
                  {interval &&
                    say(SELECTION.interval, { low: rounded(interval[0]), high: rounded(interval[1]) })}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
