import { Button, Group, Text } from '@mantine/core';
import { useSpeech } from '../../language.tsx';
import { useAct } from '../../ui/form.tsx';
import { words } from '../../words.ts';

const DERIVE = words({
  act: { ja: 'サイバー攻撃用を作る', en: 'Derive one for a cyber attack' },
  hint: {
    ja: '手順を写し、災害と違う前提を並べます。前提を読みながら手順を直してください。',
    en: 'Copies the steps and lists what a disaster plan assumes and an attack takes away. Read the steps again beside it.',
  },
});

/** A fallback for a cyber attack from one for a disaster, with what changes shown. */
export function DeriveFallback({ fallback, onDone }: { fallback: string; onDone: (key: string) => void }) {
  const { say, language } = useSpeech();
  const derive = useAct('POST /api/prepare/fallbacks/:fallback/derive', {
    stale: ['registers'],
    done: ({ key }) => onDone(key),
  });
  return (
    <Group mb="sm" gap="sm">
      <Button
        variant="default"
        loading={derive.pending}
        onClick={() => derive.run({ params: { fallback }, body: { language } })}
      >
        {say(DERIVE.act)}
      </Button>
      <Text className="quiet">{say(DERIVE.hint)}</Text>
    </Group>
  );
}
