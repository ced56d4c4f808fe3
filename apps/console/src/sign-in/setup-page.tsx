import { Alert, Button, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiError, request } from '../api.ts';
import { useSpeech } from '../language.tsx';
import { PasswordField } from '../ui/password-field.tsx';
import { W } from '../words.ts';
import { SignInFrame } from './frame.tsx';
import { SIGN_IN } from './words.ts';

/** First run: whoever holds the printed link becomes the first administrator. */
export function SetupPage() {
  const { say, language } = useSpeech();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [token] = useState(() => location.hash.slice(1));
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const begin = useMutation({
    mutationFn: async () => {
      await request('POST', '/api/setup', { token, name, email, password, language });
      await request('POST', '/api/auth/sign-in/email', { email, password });
      await client.resetQueries();
      await navigate({ to: '/', replace: true });
    },
  });
  const problem = begin.error instanceof ApiError ? begin.error : undefined;
  const wrong = (field: string) => problem?.fields.find((each) => each.field === field)?.mend;
  return (
    <SignInFrame title={say(SIGN_IN.setupTitle)}>
      <Text className="quiet">{say(SIGN_IN.setupHint)}</Text>
      {begin.error && !(problem && problem.fields.length > 0) && (
        <Alert color="red">{problem?.status === 410 ? say(SIGN_IN.linkGone) : begin.error.message}</Alert>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          begin.mutate();
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={say(W.name)}
            value={name}
            onChange={(e) => setName(e.currentTarget.value)}
            error={wrong('name')}
            autoComplete="name"
            required
            autoFocus
          />
          <TextInput
            label={say(W.email)}
            type="email"
            value={email}
            onChange={(e) => setEmail(e.currentTarget.value)}
            error={wrong('email')}
            autoComplete="username"
            required
          />
          <PasswordField
            label={say(W.newPassword)}
            value={password}
            onChange={(e) => setPassword(e.currentTarget.value)}
            error={wrong('password')}
            autoComplete="new-password"
            minLength={12}
            required
          />
          <Button type="submit" loading={begin.isPending}>
            {say(SIGN_IN.begin)}
          </Button>
        </Stack>
      </form>
    </SignInFrame>
  );
}
