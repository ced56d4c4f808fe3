import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useSpeech } from '../language.tsx';
import { W } from '../words.ts';

/** A secret one types; the button that shows it is named in the user's language. */
export function PasswordField(props: PasswordInputProps) {
  const { say } = useSpeech();
  return <PasswordInput {...props} visibilityToggleButtonProps={{ 'aria-label': say(W.showOrHide) }} />;
}
