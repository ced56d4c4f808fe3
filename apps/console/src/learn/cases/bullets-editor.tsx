import { ActionIcon, Button, Group, Stack } from '@mantine/core';
import { useSpeech } from '../../language.tsx';
import { IconPlus, IconTrash } from '../../ui/icons.ts';
import { W } from '../../words.ts';
import { BothFields, type BothText } from './both-fields.tsx';
import { CASE } from './words.ts';

interface Props {
  readonly heading: string;
  readonly bullets: readonly BothText[];
  readonly most: number;
  readonly longest: number;
  readonly onChange: (bullets: BothText[]) => void;
}

export function BulletsEditor({ heading, bullets, most, longest, onChange }: Props) {
  const { say } = useSpeech();
  return (
    <section>
      <h2>{heading}</h2>
      <Stack gap="xs">
        {bullets.map((bullet, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a bullet is its place
          <Group key={at} align="end" gap="xs" wrap="nowrap">
            <div className="grow">
              <BothFields
                long
                hedged
                value={bullet}
                longest={longest}
                onChange={(next) => onChange(bullets.map((each, i) => (i === at ? next : each)))}
              />
            </div>
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={say(W.remove)}
              onClick={() => onChange(bullets.filter((_, i) => i !== at))}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </Group>
        ))}
        {bullets.length < most && (
          <Group>
            <Button
              variant="default"
              leftSection={<IconPlus size={14} />}
              onClick={() => onChange([...bullets, { ja: '', en: '' }])}
            >
              {say(CASE.addBullet)}
            </Button>
          </Group>
        )}
      </Stack>
    </section>
  );
}
