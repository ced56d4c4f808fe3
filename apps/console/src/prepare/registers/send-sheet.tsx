import { Button, Group, Text } from '@mantine/core';
import { useSpeech } from '../../language.tsx';
import { useAct } from '../../ui/form.tsx';
import { words } from '../../words.ts';

const SHEET = words({
  send: { ja: '共通認識シートを送って確認してもらう', en: 'Send the shared-understanding sheet' },
  hint: {
    ja: '相手はアカウントなしで、リンクから内容を読んで確認します。確認した日がここに入り、内容を変えると取り消されます。',
    en: 'They read and acknowledge it by a link, without an account. The day appears here; changing the sheet clears it.',
  },
  sent: {
    ja: '送信を頼みました。メール未設定なら、設定されるまで待ちます',
    en: 'Handed over to be sent; without a mail server it waits until one is set up',
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
