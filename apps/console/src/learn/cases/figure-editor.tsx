import { Stack } from '@mantine/core';
import { withoutBox } from '../../../../../areas/learn/cases/figures/rules.ts';
import { MOST } from '../../../../../areas/learn/cases/limits/rules.ts';
import { UNNAMED } from '../../../../../areas/learn/cases/rules.ts';
import type { FigureArrow, FigureBox, FigureData } from '../../../../../report/figure/schema.ts';
import { useSpeech } from '../../language.tsx';
import { ActButton } from '../../ui/act-button.tsx';
import { IconPlus } from '../../ui/icons.ts';
import { ArrowFields, BoxFields } from './figure-fields.tsx';
import { freshId } from './fresh-id.ts';
import { CASE } from './words.ts';

/** A figure with a department more, inside a box or on its own. */
export function withNewBox(figure: FigureData, id: string, container?: string): FigureData {
  const box: FigureBox = {
    id,
    kind: 'department',
    name: { ...UNNAMED.box },
    ...(container !== undefined && { in: container }),
    stack: false,
    labels: [],
  };
  return { ...figure, boxes: [...figure.boxes, box] };
}

interface Props {
  readonly figure: FigureData;
  readonly onChange: (figure: FigureData) => void;
}

/** Parties, systems and arrows as a list: all that can be done in the figure itself, for who would rather choose. */
export function FigureEditor({ figure, onChange }: Props) {
  const { say } = useSpeech();
  const addBox = () => onChange(withNewBox(figure, freshId('b')));
  const addArrow = () => {
    const [first, second] = figure.boxes.filter(({ id }) => !figure.boxes.some((box) => box.in === id));
    if (!first || !second) return;
    const arrow: FigureArrow = { from: first.id, to: second.id, ways: 'one', nature: 'act', labels: [] };
    onChange({ ...figure, arrows: [...figure.arrows, arrow] });
  };
  return (
    <Stack>
      <section>
        <h2>{say(CASE.parties)}</h2>
        <Stack gap="sm">
          {figure.boxes.map((box, at) => (
            <fieldset key={box.id} className="claim">
              <BoxFields
                figure={figure}
                at={at}
                onChange={onChange}
                onRemove={() => onChange(withoutBox(figure, box.id))}
              />
            </fieldset>
          ))}
          <ActButton
            variant="default"
            leftSection={<IconPlus size={14} />}
            why={figure.boxes.length >= MOST.boxes ? say(CASE.most, { n: MOST.boxes }) : undefined}
            onClick={addBox}
          >
            {say(CASE.addBox)}
          </ActButton>
        </Stack>
      </section>
      <section>
        <h2>{say(CASE.arrows)}</h2>
        <Stack gap="sm">
          {figure.arrows.map((_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an arrow has no name of its own, and order is kept
            <fieldset key={at} className="claim">
              <ArrowFields
                figure={figure}
                at={at}
                onChange={onChange}
                onRemove={() => onChange({ ...figure, arrows: figure.arrows.filter((_, i) => i !== at) })}
              />
            </fieldset>
          ))}
          <ActButton
            variant="default"
            leftSection={<IconPlus size={14} />}
            why={
              figure.boxes.length < 2
                ? say(CASE.twoBoxes)
                : figure.arrows.length >= MOST.arrows
                  ? say(CASE.most, { n: MOST.arrows })
                  : undefined
            }
            onClick={addArrow}
          >
            {say(CASE.addArrow)}
          </ActButton>
        </Stack>
      </section>
    </Stack>
  );
}
