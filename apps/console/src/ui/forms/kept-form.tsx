import { Stack, Text } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import { useSpeech } from '../../language.tsx';
import { W } from '../../words.ts';
import { FormFoot } from '../form-foot.tsx';
import { LeaveGuard } from '../leave-guard.tsx';
import type { Drafting } from './use-draft.ts';

/** What is kept leaves by itself: nobody is asked whether to leave it behind. */
export function useKept(onDone: () => void): { readonly stays: () => boolean; readonly done: () => void } {
  const kept = useRef(false);
  return {
    stays: () => kept.current,
    done: () => {
      kept.current = true;
      onDone();
    },
  };
}

/** A form that is kept as a whole and closes with that; whoever may only look sees it, and changes nothing. */
export function KeptForm({
  form,
  stays,
  manage = true,
  note,
  onCancel,
  children,
}: {
  form: Pick<Drafting, 'submit' | 'dirty' | 'pending' | 'besides'>;
  /** Of `useKept`. */
  stays: () => boolean;
  manage?: boolean;
  /** Said before it is kept. */
  note?: ReactNode;
  onCancel: () => void;
  children: ReactNode;
}) {
  const { say } = useSpeech();
  return (
    <form onSubmit={form.submit} noValidate>
      <LeaveGuard changed={manage && form.dirty} stays={stays} />
      {/* Kept, it closes: nothing can be typed meanwhile that would be gone with it. */}
      <fieldset className="bare" disabled={!manage || form.pending}>
        <Stack>
          {children}
          {form.besides.map((each) => (
            <Text key={each} role="alert" c="var(--mantine-color-error)">
              {each}
            </Text>
          ))}
          {note}
          {manage && <FormFoot submit={say(W.save)} pending={form.pending} onCancel={onCancel} />}
        </Stack>
      </fieldset>
    </form>
  );
}
