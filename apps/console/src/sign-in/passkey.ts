import { request } from '../api.ts';

const decode = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));

interface Descriptor {
  readonly id: string;
  readonly type: PublicKeyCredentialType;
}

/** Options as the server writes them: bytes as base64url text (WebAuthn Level 3, toJSON). */
interface CreationJson
  extends Omit<PublicKeyCredentialCreationOptions, 'challenge' | 'user' | 'excludeCredentials'> {
  readonly challenge: string;
  readonly user: { readonly id: string; readonly name: string; readonly displayName: string };
  readonly excludeCredentials?: readonly Descriptor[];
}
interface RequestJson extends Omit<PublicKeyCredentialRequestOptions, 'challenge' | 'allowCredentials'> {
  readonly challenge: string;
  readonly allowCredentials?: readonly Descriptor[];
}

const descriptors = (list: readonly Descriptor[] | undefined): PublicKeyCredentialDescriptor[] =>
  (list ?? []).map(({ id, type }) => ({ id: decode(id), type }));

/** Registers this device or security key for the signed-in user. */
export async function registerPasskey(name: string): Promise<void> {
  const json = (await request(
    'GET',
    `/api/auth/passkey/generate-register-options?name=${encodeURIComponent(name)}`,
  )) as CreationJson;
  const { challenge, user, excludeCredentials, ...rest } = json;
  const credential = await navigator.credentials.create({
    publicKey: {
      ...rest,
      challenge: decode(challenge),
      user: { ...user, id: decode(user.id) },
      excludeCredentials: descriptors(excludeCredentials),
    },
  });
  await request('POST', '/api/auth/passkey/verify-registration', {
    response: (credential as PublicKeyCredential).toJSON(),
    name,
  });
}

export async function signInWithPasskey(): Promise<void> {
  const json = (await request('GET', '/api/auth/passkey/generate-authenticate-options')) as RequestJson;
  const { challenge, allowCredentials, ...rest } = json;
  const credential = await navigator.credentials.get({
    publicKey: { ...rest, challenge: decode(challenge), allowCredentials: descriptors(allowCredentials) },
  });
  await request('POST', '/api/auth/passkey/verify-authentication', {
    response: (credential as PublicKeyCredential).toJSON(),
  });
}
