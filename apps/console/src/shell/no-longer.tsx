import { Alert, Button, Group, Text } from '@mantine/core';
import { useSpeech } from '../language.tsx';
import { words } from '../words.ts';

const NO_LONGER = words({
  title: {
    ja: 'この組織の利用者ではなくなりました',
    en: 'You are no longer a member of this organisation',
  },
  body: {
    ja: '{name}の画面は表示できません。保存していない入力内容は保存されません。',
    en: 'Screens of {name} cannot be shown. What you had not saved is not saved.',
  },
  other: { ja: '所属する組織の画面を開く', en: 'Open an organisation you belong to' },
});

/** In place of everything an organisation shows, once one is no member of it any more: another is opened when one says so. */
export function NoLonger({ name }: { name: string }) {
  const { say } = useSpeech();
  return (
    <main className="page">
      <Alert color="red" title={say(NO_LONGER.title)}>
        <Group>
          <Text>{say(NO_LONGER.body, { name })}</Text>
          <Button mih={44} variant="default" onClick={() => location.assign('/')}>
            {say(NO_LONGER.other)}
          </Button>
        </Group>
      </Alert>
    </main>
  );
}
