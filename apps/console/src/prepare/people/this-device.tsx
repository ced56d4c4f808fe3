import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSpeech } from '../../language.tsx';
import { addressOf, deviceMemory } from '../../offline/device.ts';
import { reading } from '../../queries.ts';
import { IconDeviceMobile } from '../../ui/icons.ts';
import { words } from '../../words.ts';

const DEVICE = words({
  add: { ja: 'この端末に通知', en: 'Notify this device' },
  refused: {
    ja: 'このブラウザーでは通知が許可されていません。ブラウザーの設定で許可してから、もう一度お試しください。',
    en: 'Notifications are blocked in this browser. Allow them in its settings and try again.',
  },
  failed: {
    ja: 'プッシュサービスに登録できませんでした：{reason}',
    en: 'Could not register with the push service: {reason}',
  },
});

/** Where a subscription pushes to: all of it that tells a person anything. */
export function pushHost(address: string): string {
  try {
    return new URL((JSON.parse(address) as { endpoint: string }).endpoint).host;
  } catch {
    return address;
  }
}

/** Adds the device in the person's hand as a route; shown where the organisation and the browser can push. */
export function ThisDevice({
  onAdd,
}: {
  onAdd: (route: { kind: 'push'; address: string; note: string }) => void;
}) {
  const { say } = useSpeech();
  const [wrong, setWrong] = useState('');
  const { data } = useQuery(reading('GET /api/respond/push-key', {}, 'channels'));
  const key = data?.key;
  if (!key || !('PushManager' in globalThis) || !('serviceWorker' in navigator)) return null;
  const subscribe = async (): Promise<void> => {
    setWrong('');
    if ((await Notification.requestPermission()) !== 'granted') return setWrong(say(DEVICE.refused));
    try {
      await navigator.serviceWorker.register('/service-worker.js');
      const { pushManager } = await navigator.serviceWorker.ready;
      // One made for another key cannot be used: a browser keeps a single one.
      await (await pushManager.getSubscription())?.unsubscribe();
      const made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
      const address = addressOf(made);
      // Should the browser hand out another one later, the device can say what it was.
      await deviceMemory.write(address);
      onAdd({ kind: 'push', address, note: deviceName() });
    } catch (error) {
      setWrong(say(DEVICE.failed, { reason: (error as Error).message }));
    }
  };
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconDeviceMobile size={14} />}
        onClick={() => void subscribe()}
      >
        {say(DEVICE.add)}
      </Button>
      {wrong && (
        <Text c="red" role="alert">
          {wrong}
        </Text>
      )}
    </>
  );
}

/** What a person would call it: the system it runs. */
const deviceName = (): string => /iPhone|iPad|Android|Windows|Mac|Linux/.exec(navigator.userAgent)?.[0] ?? '';
