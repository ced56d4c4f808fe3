import { Alert, Button, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { request } from '../api.ts';
import { useSpeech } from '../language.tsx';
import { SignInFrame } from './frame.tsx';
import { SIGN_IN } from './words.ts';

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
    <SignInFrame title={say(SIGN_IN.signIn)}>
      {use.error ? (
        <Alert color="red">{say(SIGN_IN.linkGone)}</Alert>
      ) : (
        <Text>{say(use.isPending ? SIGN_IN.usingLink : SIGN_IN.linkHint)}</Text>
      )}
      <Button loading={use.isPending} onClick={() => use.mutate()} autoFocus>
        {say(SIGN_IN.signIn)}
      </Button>
    </SignInFrame>
  );
}
