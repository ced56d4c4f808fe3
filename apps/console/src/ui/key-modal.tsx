import { Alert, Button, Group, Modal, type ModalProps } from '@mantine/core';
import { useState } from 'react';
import { useSpeech } from '../language.tsx';
import { words } from '../words.ts';

const ONCE = words({
  question: {
    ja: 'このキーは再表示できません。コピーしてから閉じてください。',
    en: 'This key cannot be shown again. Copy it before you close.',
  },
  back: { ja: 'キーの表示に戻る', en: 'Back to the key' },
  close: { ja: 'コピーしたので閉じる', en: 'I copied it, close' },
});

/** A dialog in which something is shown this once: while it is, neither Esc nor a press beside it closes it unasked. */
export function KeyModal({ shown, onClose, children, ...rest }: ModalProps & { readonly shown: boolean }) {
  const { say } = useSpeech();
  const [asked, setAsked] = useState(false);
  return (
    <Modal
      {...rest}
      onClose={() => (shown && !asked ? setAsked(true) : onClose())}
      closeOnEscape={!asked}
      closeOnClickOutside={!asked}
    >
      {shown && asked && (
        <Alert color="red" role="alertdialog" aria-label={say(ONCE.question)} mb="md">
          {say(ONCE.question)}
          <Group mt="sm" justify="end">
            <Button variant="default" onClick={onClose}>
              {say(ONCE.close)}
            </Button>
            <Button data-autofocus onClick={() => setAsked(false)}>
              {say(ONCE.back)}
            </Button>
          </Group>
        </Alert>
      )}
      {children}
    </Modal>
  );
}
