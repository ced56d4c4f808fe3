import { Alert, Button, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { request } from '../api.ts';
import { useSpeech } from '../language.tsx';
import { W } from '../words.ts';
import { SignInFrame } from './frame.tsx';

/** The secret is after the #, so neither servers nor proxies on the way see it; a click uses it, a preview does not. */
export function LinkPage() {
  const { say } = useSpeech();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [token] = useState(() => location.hash.slice(1));
  const use = useMutation({
    mutationFn: async () => {
      await request('POST', '/api/auth/sign-in/link', { token });
      await client.resetQueries();
      await navigate({ to: '/settings/account', replace: true });
    },
  });
  return (
    <SignInFrame title={say(W.signIn)}>
      {use.error ? (
        <Alert color="red">{say(W.linkGone)}</Alert>
      ) : (
        <Text>{say(use.isPending ? W.usingLink : W.linkHint)}</Text>
      )}
      <Button loading={use.isPending} onClick={() => use.mutate()} autoFocus>
        {say(W.signIn)}
      </Button>
    </SignInFrame>
  );
}
