import { Alert, Button, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { request } from '../api.ts';
import { useSpeech } from '../language.tsx';
import { about } from '../queries.ts';
import { SignInFrame } from './frame.tsx';
import { SIGN_IN } from './words.ts';

/** The secret is after the #, so neither servers nor proxies on the way see it; a click uses it, a preview does not. */
export function LinkPage() {
  const { say } = useSpeech();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [token] = useState(() => location.hash.slice(1));
  // What an invitation is for, before it is used; of any other link nothing is told.
  const { data: invited } = useQuery({
    queryKey: ['invitation', token],
    meta: about(),
    retry: false,
    queryFn: () =>
      request('POST', '/api/invitation', { token }) as Promise<
        Record<'organisation' | 'name' | 'email', string>
      >,
  });
  const use = useMutation({
    mutationFn: async () => {
      await request('POST', '/api/auth/sign-in/link', { token });
      await client.resetQueries();
      await navigate({ to: '/settings/account', replace: true });
    },
  });
  return (
    <SignInFrame title={invited ? say(SIGN_IN.invitedTo, invited) : say(SIGN_IN.signIn)}>
      {use.error ? (
        <Alert color="red">{say(SIGN_IN.linkGone)}</Alert>
      ) : (
        <>
          {invited && <Text fw={600}>{say(SIGN_IN.invitedAs, invited)}</Text>}
          <Text>{say(use.isPending ? SIGN_IN.usingLink : SIGN_IN.linkHint)}</Text>
        </>
      )}
      <Button mih={44} loading={use.isPending} onClick={() => use.mutate()} autoFocus>
        {say(invited ? SIGN_IN.join : SIGN_IN.signIn)}
      </Button>
    </SignInFrame>
  );
}
