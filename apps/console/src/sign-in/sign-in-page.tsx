import { Alert, Button, Divider, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiError, request } from '../api.ts';
import { useSpeech } from '../language.tsx';
import { PasswordField } from '../ui/password-field.tsx';
import { W } from '../words.ts';
import { SignInFrame } from './frame.tsx';
import { signInWithPasskey } from './passkey.ts';
import { ssoRefusal } from './sso-refusal.ts';
import { SIGN_IN } from './words.ts';

const route = getRouteApi('/sign-in');

/** Only addresses of our own: what follows signing in must not lead elsewhere. */
const ownPath = (to: string): string => (/^\/(?![/\\])/.test(to) ? to : '/');

export function SignInPage() {
  const { say } = useSpeech();
  const { error: failed, to } = route.useSearch();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [asksCode, setAsksCode] = useState(false);
  const site = useQuery({
    queryKey: ['site'],
    queryFn: async () => (await request('GET', '/api/site')) as { singleSignOn: boolean },
  });
  const arrive = async () => {
    await client.resetQueries();
    await navigate({ href: ownPath(to) });
  };
  const withPassword = useMutation({
    mutationFn: async () => {
      const answer = (await request('POST', '/api/auth/sign-in/email', { email, password })) as {
        twoFactorRedirect?: boolean;
      };
      if (answer.twoFactorRedirect) setAsksCode(true);
      else await arrive();
    },
  });
  const withCode = useMutation({
    mutationFn: async () => {
      const digits = code.replace(/\s/g, '');
      const path = /^\d{6}$/.test(digits) ? 'verify-totp' : 'verify-backup-code';
      await request('POST', `/api/auth/two-factor/${path}`, { code: digits });
      await arrive();
    },
  });
  const withPasskey = useMutation({
    mutationFn: async () => {
      await signInWithPasskey();
      await arrive();
    },
  });
  const withSso = useMutation({
    mutationFn: async () => {
      const body = {
        provider: 'oidc',
        callbackURL: ownPath(to),
        errorCallbackURL: '/sign-in',
        disableRedirect: true,
      };
      const { url } = (await request('POST', '/api/auth/sign-in/social', body)) as { url: string };
      location.assign(url);
    },
  });
  const words = (error: Error | null): string | undefined => {
    if (!error) return undefined;
    if (!(error instanceof ApiError)) return error.message;
    if (error.status === 429) return say(SIGN_IN.locked, { seconds: /\d+/.exec(error.message)?.[0] ?? '30' });
    if (error.status === 401) return say(asksCode ? W.codeWrong : SIGN_IN.signInFailed);
    return error.message;
  };
  const refusal = failed ? ssoRefusal(failed) : undefined;
  const wrong =
    words(withPassword.error ?? withCode.error ?? withPasskey.error ?? withSso.error) ??
    (refusal ? say(refusal.text, { code: refusal.code }) : undefined);
  return (
    <SignInFrame title={say(SIGN_IN.signIn)}>
      {wrong && (
        <Alert color="red" role="alert">
          {wrong}
        </Alert>
      )}
      {asksCode ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            withCode.mutate();
          }}
        >
          <TextInput
            label={say(W.code)}
            value={code}
            onChange={(e) => setCode(e.currentTarget.value)}
            autoComplete="one-time-code"
            autoFocus
            required
          />
          <Button type="submit" fullWidth mt="md" loading={withCode.isPending}>
            {say(SIGN_IN.signIn)}
          </Button>
        </form>
      ) : (
        <>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              withPassword.mutate();
            }}
          >
            <TextInput
              label={say(W.email)}
              type="email"
              value={email}
              onChange={(e) => setEmail(e.currentTarget.value)}
              autoComplete="username webauthn"
              required
            />
            <PasswordField
              label={say(W.password)}
              mt="sm"
              value={password}
              onChange={(e) => setPassword(e.currentTarget.value)}
              autoComplete="current-password"
              required
            />
            <Button type="submit" fullWidth mt="md" loading={withPassword.isPending}>
              {say(SIGN_IN.signIn)}
            </Button>
          </form>
          <Divider />
          <Button variant="default" loading={withPasskey.isPending} onClick={() => withPasskey.mutate()}>
            {say(SIGN_IN.withPasskey)}
          </Button>
          {site.data?.singleSignOn && (
            <Button variant="default" loading={withSso.isPending} onClick={() => withSso.mutate()}>
              {say(SIGN_IN.withSso)}
            </Button>
          )}
        </>
      )}
    </SignInFrame>
  );
}
