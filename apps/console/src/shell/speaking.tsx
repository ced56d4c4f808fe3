import { ActionIcon, Button, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useSpeech } from '../language.tsx';
import { IconMoon, IconSun } from '../ui/icons.ts';
import { W } from '../words.ts';

/** The language, and the light one reads in. */
export function Speaking() {
  const { say, language, speak } = useSpeech();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  return (
    <>
      <Button variant="subtle" onClick={() => speak(language === 'ja' ? 'en' : 'ja')} px="xs">
        {language === 'ja' ? 'English' : '日本語'}
      </Button>
      <ActionIcon
        size="lg"
        aria-label={say(scheme === 'dark' ? W.light : W.dark)}
        onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}
      >
        {scheme === 'dark' ? <IconSun size={18} /> : <IconMoon size={18} />}
      </ActionIcon>
    </>
  );
}
