import { ActionIcon, Button, Checkbox, Group, Select, Stack, TextInput } from '@mantine/core';
import { MOST } from '../../../../../areas/learn/cases/limits/rules.ts';
import { UNNAMED } from '../../../../../areas/learn/cases/rules.ts';
import {
  BOX_STATE_WORDS,
  BOX_WORDS,
  LABEL_WORDS,
  NATURE_WORDS,
} from '../../../../../areas/learn/cases/words.ts';
import { ARROW_NATURES, BOX_KINDS, BOX_STATES, LABEL_KINDS } from '../../../../../report/figure/kinds.ts';
import { numbersOf } from '../../../../../report/figure/rules.ts';
import type { FigureArrow, FigureBox, FigureData, FigureLabel } from '../../../../../report/figure/schema.ts';
import { useSpeech } from '../../language.tsx';
import { IconPlus, IconTrash } from '../../ui/icons.ts';
import { W } from '../../words.ts';
import { BothFields } from './both-fields.tsx';
import { CASE } from './words.ts';

interface PartProps {
  readonly figure: FigureData;
  readonly at: number;
  readonly onChange: (figure: FigureData) => void;
  readonly onRemove: () => void;
}

const boxChoices = (figure: FigureData, language: 'ja' | 'en') =>
  figure.boxes.map(({ id, name }) => ({ value: id, label: name[language] || id }));

/** All that is said of a party or system. */
export function BoxFields({ figure, at, onChange, onRemove }: PartProps) {
  const { say, language } = useSpeech();
  const box = figure.boxes[at];
  if (!box) return null;
  const set = (next: FigureBox) => onChange({ ...figure, boxes: figure.boxes.with(at, next) });
  const choices = boxChoices(figure, language);
  return (
    <>
      <BothFields label={say(CASE.boxName)} value={box.name} onChange={(name) => set({ ...box, name })} />
      <Group mt={4} align="end" gap="xs">
        <Select
          flex={1}
          miw={130}
          label={say(W.kind)}
          value={box.kind}
          allowDeselect={false}
          onChange={(kind) => set({ ...box, kind: (kind ?? box.kind) as FigureBox['kind'] })}
          data={BOX_KINDS.map((value) => ({ value, label: say(BOX_WORDS[value]) }))}
        />
        <Select
          flex={1}
          miw={130}
          label={say(CASE.inside)}
          value={box.in ?? ''}
          allowDeselect={false}
          onChange={(container) => {
            const { in: _, ...free } = box;
            set(container ? { ...free, in: container } : free);
          }}
          data={[{ value: '', label: say(CASE.nowhere) }, ...choices.filter(({ value }) => value !== box.id)]}
        />
        <Select
          flex={1}
          miw={130}
          label={say(W.state)}
          value={box.state ?? ''}
          allowDeselect={false}
          onChange={(state) => {
            const { state: _, ...plain } = box;
            set(state ? { ...plain, state: state as NonNullable<FigureBox['state']> } : plain);
          }}
          data={[
            { value: '', label: say(CASE.noState) },
            ...BOX_STATES.map((value) => ({ value, label: say(BOX_STATE_WORDS[value]) })),
          ]}
        />
        <Checkbox
          mb={8}
          label={say(CASE.stack)}
          checked={box.stack}
          onChange={(event) => set({ ...box, stack: event.currentTarget.checked })}
        />
        <InferredBox of={box} onChange={(next) => set(next)} />
        <ActionIcon variant="default" size="lg" aria-label={say(W.remove)} onClick={onRemove}>
          <IconTrash size={16} />
        </ActionIcon>
      </Group>
      <PinFields box={box} onChange={(next) => set(next)} />
      <Labels figure={figure} labels={box.labels} onChange={(labels) => set({ ...box, labels })} />
    </>
  );
}

/** All that is said of an arrow. */
export function ArrowFields({ figure, at, onChange, onRemove }: PartProps) {
  const { say, language } = useSpeech();
  const arrow = figure.arrows[at];
  if (!arrow) return null;
  const set = (next: FigureArrow) => onChange({ ...figure, arrows: figure.arrows.with(at, next) });
  const choices = boxChoices(figure, language);
  return (
    <>
      <Group align="end" gap="xs">
        {(['from', 'to'] as const).map((end) => (
          <Select
            key={end}
            flex={1}
            miw={130}
            label={say(end === 'from' ? CASE.fromBox : CASE.toBox)}
            value={arrow[end]}
            allowDeselect={false}
            searchable
            onChange={(id) => set({ ...arrow, [end]: id ?? arrow[end] })}
            data={choices}
          />
        ))}
        <ActionIcon variant="default" size="lg" aria-label={say(W.remove)} onClick={onRemove}>
          <IconTrash size={16} />
        </ActionIcon>
      </Group>
      <Group mt={4} grow gap="xs">
        <Select
          label={say(W.kind)}
          value={arrow.nature}
          allowDeselect={false}
          onChange={(nature) => set({ ...arrow, nature: (nature ?? arrow.nature) as FigureArrow['nature'] })}
          data={ARROW_NATURES.map((value) => ({ value, label: say(NATURE_WORDS[value]) }))}
        />
        <Select
          label={say(CASE.direction)}
          value={arrow.ways}
          allowDeselect={false}
          onChange={(ways) => set({ ...arrow, ways: (ways ?? arrow.ways) as FigureArrow['ways'] })}
          data={[
            { value: 'one', label: say(CASE.oneWay) },
            { value: 'both', label: say(CASE.both) },
            { value: 'none', label: say(CASE.noWay) },
          ]}
        />
        <InferredBox of={arrow} onChange={(next) => set(next)} />
      </Group>
      <Labels figure={figure} labels={arrow.labels} onChange={(labels) => set({ ...arrow, labels })} />
    </>
  );
}

/** That no source states it: it is drawn with a sign, which the key explains. */
function InferredBox<T extends { inferred?: true | undefined }>({
  of,
  onChange,
}: {
  of: T;
  onChange: (next: T) => void;
}) {
  const { say } = useSpeech();
  return (
    <Checkbox
      mb={8}
      label={say(CASE.inferred)}
      checked={of.inferred === true}
      onChange={(event) => {
        const { inferred: _, ...stated } = of;
        onChange(event.currentTarget.checked ? { ...of, inferred: true } : (stated as T));
      }}
    />
  );
}

/** Where the author wants a box: a side of the page for those outside, a cell for those within. Kept whenever it is drawn. */
function PinFields({ box, onChange }: { box: FigureBox; onChange: (box: FigureBox) => void }) {
  const { say } = useSpeech();
  const { pin, ...free } = box;
  const where = pin === undefined ? '' : 'side' in pin ? pin.side : 'cell';
  const sides = (['left', 'right', 'top', 'bottom'] as const).map((value) => ({
    value,
    label: say(CASE[value]),
  }));
  return (
    <Group mt={4} align="end" gap="xs">
      <Select
        flex={1}
        miw={130}
        label={say(CASE.pin)}
        value={where}
        allowDeselect={false}
        onChange={(next) => {
          if (!next) return onChange(free);
          const cell = { column: 0, row: 0 };
          onChange({ ...box, pin: next === 'cell' ? cell : { side: next as 'left' } });
        }}
        data={[
          { value: '', label: say(CASE.pinNone) },
          ...(box.in === undefined ? sides : []),
          { value: 'cell', label: say(CASE.cell) },
        ]}
      />
      {pin &&
        'column' in pin &&
        (['column', 'row'] as const).map((axis) => (
          <Select
            key={axis}
            w={90}
            label={say(axis === 'column' ? CASE.pinColumn : CASE.pinRow)}
            value={String(pin[axis])}
            allowDeselect={false}
            onChange={(next) => onChange({ ...box, pin: { ...pin, [axis]: Number(next ?? 0) } })}
            data={Array.from({ length: 10 }, (_, n) => ({ value: String(n), label: String(n + 1) }))}
          />
        ))}
    </Group>
  );
}

interface LabelsProps {
  readonly figure: FigureData;
  readonly labels: readonly FigureLabel[];
  readonly onChange: (labels: FigureLabel[]) => void;
}

const numbersIn = (text: string): number[] =>
  [...new Set((text.normalize('NFKC').match(/\d+/g) ?? []).map(Number))]
    .filter((n) => n >= 1 && n <= 99)
    .slice(0, 6);

function Labels({ figure, labels, onChange }: LabelsProps) {
  const { say } = useSpeech();
  const add = () => {
    const next = (numbersOf(figure, 'response').at(-1) ?? 0) + 1;
    onChange([...labels, { kind: 'response', numbers: [next], text: { ...UNNAMED.label } }]);
  };
  return (
    <Stack gap={4} mt={4}>
      {labels.map((label, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a label has no name of its own, and order is kept
        <div key={at} className="figure-label">
          <Group align="end" gap="xs">
            <Select
              w={120}
              label={say(W.kind)}
              value={label.kind}
              allowDeselect={false}
              onChange={(value) => {
                const kind = (value ?? label.kind) as FigureLabel['kind'];
                const numbered = kind === 'event' || kind === 'response';
                onChange(labels.with(at, { ...label, kind, numbers: numbered ? label.numbers : [] }));
              }}
              data={LABEL_KINDS.map((value) => ({ value, label: say(LABEL_WORDS[value]) }))}
            />
            {(label.kind === 'event' || label.kind === 'response') && (
              <TextInput
                key={label.numbers.join()}
                w={90}
                label={say(CASE.numbers)}
                defaultValue={label.numbers.join(', ')}
                onBlur={(event) =>
                  onChange(labels.with(at, { ...label, numbers: numbersIn(event.currentTarget.value) }))
                }
              />
            )}
            <InferredBox of={label} onChange={(next) => onChange(labels.with(at, next))} />
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={say(W.remove)}
              onClick={() => onChange(labels.filter((_, i) => i !== at))}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </Group>
          <BothFields
            hedged
            value={label.text}
            onChange={(text) => onChange(labels.with(at, { ...label, text }))}
          />
        </div>
      ))}
      <Group>
        {labels.length < MOST.labelsOfOne ? (
          <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={12} />} onClick={add}>
            {say(CASE.addLabel)}
          </Button>
        ) : (
          <p className="prose-note">{say(CASE.most, { n: MOST.labelsOfOne })}</p>
        )}
      </Group>
    </Stack>
  );
}
