import { Button, Card, Checkbox, Group, Table, Text, Textarea, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import type { Criterion } from '../../../../../areas/survey/cycles/schema.ts';
import { contracts as SELECTION_ROUTES } from '../../../../../areas/survey/selection/contract.ts';
import { balanceOf, needsOf } from '../../../../../areas/survey/selection/rules.ts';
import { QUALITIES } from '../../../../../areas/survey/selection/schema.ts';
import { PICK_NEED_WORDS, QUALITY_NAME, QUALITY_WORDS } from '../../../../../areas/survey/selection/words.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { usePlace } from '../../shell/place.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { useAct } from '../../ui/form.tsx';
import { AskForm } from '../../ui/forms/ask-form.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { SelectionSide } from './selection-side.tsx';
import { SELECTION } from './words.ts';

type Cycle = ReplyOf<'GET /api/survey/cycles/:id'>;
type Selection = ReplyOf<'GET /api/survey/cycles/:id/selection'>;
type Ranked = Selection['ranked'][number];

/** The ranking and the set that is chosen from it, with what both rest on. */
export function SelectionBoard({ cycle }: { cycle: Cycle }) {
  const params = { id: cycle.id };
  const selection = useQuery(
    reading('GET /api/survey/cycles/:id/selection', { params }, 'survey-selection', 'survey-cycles'),
  );
  const criteria = useQuery(reading('GET /api/survey/cycles/:id/criteria', { params }, 'survey-cycles'));
  return (
    <Loaded query={selection}>
      {(shown) => (
        <Loaded query={criteria}>
          {({ editions }) => (
            <Board key={shown.seen} cycle={cycle} selection={shown} criteria={editions[0]?.criteria ?? []} />
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

function Board({
  cycle,
  selection,
  criteria,
}: {
  cycle: Cycle;
  selection: Selection;
  criteria: readonly Criterion[];
}) {
  const { say, language } = useSpeech();
  const may = useMay();
  const kept = new Map(selection.ranked.filter(({ picked }) => picked).map((each) => [each.eventId, each.reason])); // biome-ignore format: one line
  const [picks, setPicks] = useState<ReadonlyMap<string, string>>(kept);
  const stale = ['survey-selection', 'survey-cycles'] as const;
  const keep = useAct('PUT /api/survey/cycles/:id/selection', { stale });
  const sign = useAct('POST /api/survey/cycles/:id/selection/signature', {
    stale,
    said: say(SELECTION.signed),
    formless: true,
  });
  const params = { id: cycle.id };
  const open = cycle.state === 'rating' && may('survey.manage');
  const changed = picks.size !== kept.size || [...picks].some(([id, reason]) => kept.get(id) !== reason);
  const handed = [...picks].map(([eventId, reason]) => ({ eventId, reason }));
  const save = () => keep.run({ params, body: { picks: handed, seen: selection.seen } });
  usePlace(SELECTION.selection, open ? [{ key: 'save', word: SELECTION.save, run: save, hotkey: 'mod+S', whileTyping: true }] : []); // biome-ignore format: one line
  const picked = new Set(picks.keys());
  const needs = needsOf(
    selection.ranked.map((each) => ({ ...each, quality: { good: 0, poor: 0, mixed: 0 } })),
    picked,
    new Map(selection.ranked.map((each) => [each.eventId, each.anyWeights])),
  );
  const pick = (eventId: string, reason: string | undefined) =>
    setPicks((before) => {
      const next = new Map(before);
      if (reason === undefined) next.delete(eventId);
      else next.set(eventId, reason);
      return next;
    });
  return (
    <div className="survey-two">
      <Card component="section" aria-label={say(SELECTION.selection)}>
        <Group justify="space-between" align="start">
          <div>
            <Title order={2}>{say(SELECTION.selection)}</Title>
            <Text className="quiet">{say(SELECTION.selectionHint)}</Text>
          </div>
          <Group gap="sm">
            {selection.records.map(({ number }) => (
              <Button
                key={number}
                size="compact-md"
                variant="default"
                onClick={() => void saveFile(`/api/survey/cycles/${cycle.id}/selection/record?number=${number}&lang=${language}`)} // biome-ignore format: one line
              >
                {say(SELECTION.record, { n: number })}
              </Button>
            ))}
            {cycle.state === 'selected' && may('survey.manage') && (
              <AskForm
                by={SELECTION_ROUTES}
                act="POST /api/survey/cycles/:id/selection/reopening"
                label={say(SELECTION.reopen)}
                submit={say(SELECTION.reopen)}
                given={params}
                stale={stale}
                fields={{ reason: { kind: 'text', label: say(SELECTION.reason), needed: true } }}
              />
            )}
          </Group>
        </Group>
        <Table className="survey-matrix">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{say(SELECTION.rank)}</Table.Th>
              <Table.Th>{say(SELECTION.receipt)}</Table.Th>
              <Table.Th>{say(SELECTION.event)}</Table.Th>
              {criteria.map(({ key, name }) => (
                <Table.Th key={key} className="survey-cell">
                  {name[language]}
                </Table.Th>
              ))}
              <Table.Th>{say(QUALITY_NAME)}</Table.Th>
              <Table.Th ta="end">{say(SELECTION.total)}</Table.Th>
              <Table.Th>{say(SELECTION.picked)}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {selection.ranked.map((each) => {
              const needed = needs.get(each.eventId) ?? [];
              const reason = picks.get(each.eventId);
              const at = handed.findIndex(({ eventId }) => eventId === each.eventId);
              return (
                <Fragment key={each.eventId}>
                  <Row each={each} criteria={criteria} picked={reason !== undefined}>
                    <Checkbox
                      aria-label={say(SELECTION.pick, { number: each.receiptNumber })}
                      checked={reason !== undefined}
                      disabled={!open}
                      onChange={({ currentTarget }) => pick(each.eventId, currentTarget.checked ? '' : undefined)} // biome-ignore format: one line
                    />
                  </Row>
                  {reason !== undefined && (needed.length > 0 || reason !== '') && (
                    <Table.Tr className="survey-why">
                      <Table.Td colSpan={criteria.length + 6}>
                        {needed.map((need) => (
                          <Text key={need} fz="sm">
                            {say(PICK_NEED_WORDS[need])}
                          </Text>
                        ))}
                        <Textarea
                          autosize
                          minRows={1}
                          readOnly={!open}
                          label={say(SELECTION.reasonFor, { number: each.receiptNumber })}
                          value={reason}
                          error={keep.wrong(`picks.${at}.reason`)}
                          onChange={({ currentTarget }) => pick(each.eventId, currentTarget.value)}
                        />
                      </Table.Td>
                    </Table.Tr>
                  )}
                </Fragment>
              );
            })}
          </Table.Tbody>
        </Table>
        {open && (
          <Group mt="md">
            <Button onClick={save} loading={keep.pending} disabled={!changed}>
              {say(SELECTION.save)}
            </Button>
            <ConfirmButton
              variant="default"
              loading={sign.pending}
              disabled={changed || picks.size === 0}
              onConfirm={() => sign.run({ params })}
            >
              {say(SELECTION.sign)}
            </ConfirmButton>
            {changed && <Text className="quiet">{say(SELECTION.unsaved)}</Text>}
          </Group>
        )}
      </Card>
      <SelectionSide
        selection={selection}
        criteria={criteria}
        balance={balanceOf(selection.ranked, picked, cycle.sectorPercent)}
        percent={cycle.sectorPercent}
        picked={picked}
      />
    </div>
  );
}

function Row({
  each,
  criteria,
  picked,
  children,
}: {
  each: Ranked;
  criteria: readonly Criterion[];
  picked: boolean;
  children: React.ReactNode;
}) {
  const { say, language } = useSpeech();
  return (
    <Table.Tr data-picked={picked || undefined}>
      <Table.Td>{each.rank ?? '–'}</Table.Td>
      <Table.Td className="nowrap quiet">{each.receiptNumber}</Table.Td>
      <Table.Td className="survey-event">{each.title}</Table.Td>
      {criteria.map(({ key, name }) => {
        const { median, low, high } = each.scores[key] ?? { median: null, low: null, high: null };
        return (
          <Table.Td key={key} className="survey-cell" data-label={name[language]}>
            <span className={`survey-median survey-s${Math.round(median ?? 0)}`}>{median ?? '–'}</span>
            {low !== high && (
              <span className="survey-spread">
                {low}–{high}
              </span>
            )}
          </Table.Td>
        );
      })}
      <Table.Td data-label={say(QUALITY_NAME)}>
        {QUALITIES.filter((quality) => (each.quality[quality] ?? 0) > 0).map((quality) => (
          <Mark key={quality} tone={quality === 'good' ? 'recovery' : quality === 'poor' ? 'event' : 'quiet'}>
            {say(QUALITY_WORDS[quality])} {each.quality[quality]}
          </Mark>
        ))}
      </Table.Td>
      <Table.Td ta="end" fw={650} data-label={say(SELECTION.total)}>
        {each.total ?? '–'}
      </Table.Td>
      <Table.Td>{children}</Table.Td>
    </Table.Tr>
  );
}
