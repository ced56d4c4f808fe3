import { MantineProvider, type ModalProps, mergeThemeOverrides, type NotificationProps } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { cspNonce } from '../csp.ts';
import { useSpeech } from '../language.tsx';
import { cssVariablesResolver, theme } from '../theme.ts';
import { W } from '../words.ts';

/** The look of the house; what its parts say by themselves is said in the reader's language. */
export function Themed({ children }: { children: ReactNode }) {
  const { say } = useSpeech();
  const label = say(W.closePanel);
  const spoken = useMemo(
    () =>
      mergeThemeOverrides(theme, {
        components: {
          Modal: {
            defaultProps: { closeButtonProps: { 'aria-label': label } } satisfies Partial<ModalProps>,
          },
          Notification: {
            defaultProps: { closeButtonProps: { 'aria-label': label } } satisfies Partial<NotificationProps>,
          },
        },
      }),
    [label],
  );
  return (
    <MantineProvider
      theme={spoken}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={() => cspNonce}
      deduplicateInlineStyles
    >
      {children}
    </MantineProvider>
  );
}
