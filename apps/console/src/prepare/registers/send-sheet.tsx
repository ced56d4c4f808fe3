import { Button, Group, Text } from '@mantine/core';
import { useSpeech } from '../../language.tsx';
import { useAct } from '../../ui/form.tsx';
import { words } from '../../words.ts';

const SHEET = words({
  send: { ja: '共通認識シートの送付', en: 'Send shared-understanding sheet' },
  hint: {
    ja: '相手はアカウントなしで、リンクから内容を確認できます。確認日はここに表示され、内容を変更すると取り消されます。',
    en: 'They read and acknowledge it through a link, without an account. The date appears here, and changing the sheet clears it.',
  },
  sent: {
    ja: '送信を受け付けました。メールが未設定の場合は、設定後に送信されます',
    en: 'Queued for sending. If email is not set up, it waits until it is',
  },
});

/** Asks a party to acknowledge what both sides are to understand alike. */
export function SendSheet({ party }: { party: string }) {
  const { say, language } = useSpeech();
  const send = useAct('POST /api/prepare/parties/:party/sheet', { said: say(SHEET.sent) });
  return (
    <Group mb="sm" gap="sm">
      <Button
        variant="default"
        loading={send.pending}
        onClick={() => send.run({ params: { party }, body: { language } })}
      >
        {say(SHEET.send)}
      </Button>
      <Text className="quiet">{say(SHEET.hint)}</Text>
    </Group>
  );
}
