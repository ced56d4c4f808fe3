import { Button, Group, Text } from '@mantine/core';
import { useSpeech } from '../../language.tsx';
import { useAct } from '../../ui/form.tsx';
import { words } from '../../words.ts';

const DERIVE = words({
  act: { ja: 'サイバー攻撃用の作成', en: 'Create cyber attack version' },
  hint: {
    ja: '手順をコピーし、災害時と異なる前提を示します。前提を踏まえて手順を見修正してください。',
    en: 'Copies the steps and lists the assumptions that do not hold in an attack. Review the steps against them.',
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
