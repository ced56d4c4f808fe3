import { ActionIcon, Button, Group, Select, TextInput } from '@mantine/core';
import {
  CERTAINTY_WORDS,
  DOUBTS,
  type Doubt,
  type Hedge,
  MOST_HEDGES,
} from '../../../../../kernel/certainty.ts';
import { looseHedges } from '../../../../../kernel/hedges.ts';
import { useSpeech } from '../../language.tsx';
import { IconPlus, IconTrash } from '../../ui/icons.ts';
import { W } from '../../words.ts';
import type { BothText } from './both-fields.tsx';
import { freshId } from './fresh-id.ts';
import { CASE_WORDS } from './undo-place.ts';
import { CASE } from './words.ts';

interface Props {
  readonly value: BothText;
  /** What is selected in each language; nothing in both is the whole text. */
  readonly chosen: { readonly ja: string; readonly en: string };
  readonly onChange: (value: BothText) => void;
}

/** What of a text is not certain: select the words in both languages and say how far, or the whole text. */
export function HedgeFields({ value, chosen, onChange }: Props) {
  const { say } = useSpeech();
  const hedges = value.hedges ?? [];
  const words = chosen.ja || chosen.en ? { ...chosen } : undefined;
  const set = (next: Hedge[]) => {
    const { hedges: _, ...plain } = value;
    onChange(next.length > 0 ? { ...plain, hedges: next } : plain);
  };
  const change = (id: string, patch: Partial<Hedge>) =>
    set(hedges.map((each) => (each.id === id ? { ...each, ...patch } : each)));
  const add = () => {
    set([...hedges, { id: freshId('h'), certainty: 'possible', ...(words && { words }) }]);
  };
  return (
    <>
      {hedges.map(({ id, certainty, words: held }) => (
        <Group key={id} align="end" gap="xs" mt={4}>
          <Select
            w={150}
            label={say(CASE.certainty)}
            value={certainty}
            allowDeselect={false}
            onChange={(next) => change(id, { certainty: (next ?? certainty) as Doubt })}
            data={DOUBTS.map((each) => ({ value: each, label: say(CERTAINTY_WORDS[each]) }))}
          />
          {held ? (
            (['ja', 'en'] as const).map((each) => (
              <TextInput
                {...CASE_WORDS}
                key={each}
                flex={1}
                miw={140}
                label={say(each === 'ja' ? CASE.wordsJa : CASE.wordsEn)}
                value={held[each]}
                error={
                  looseHedges(value, each).some((loose) => loose.id === id) ? say(CASE.wordsLost) : undefined
                }
                onChange={(event) => change(id, { words: { ...held, [each]: event.currentTarget.value } })}
              />
            ))
          ) : (
            <span className="grow quiet">{say(CASE.wholeText)}</span>
          )}
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={say(W.remove)}
            onClick={() => set(hedges.filter((each) => each.id !== id))}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      ))}
      {hedges.length >= MOST_HEDGES && <p className="prose-note">{say(CASE.mostHedges)}</p>}
      {hedges.length < MOST_HEDGES && (words || !hedges.some((each) => !each.words)) && (
        <Button mt={2} size="compact-xs" variant="subtle" leftSection={<IconPlus size={12} />} onClick={add}>
          {say(words ? CASE.markSelected : CASE.markWhole)}
        </Button>
      )}
    </>
  );
}
