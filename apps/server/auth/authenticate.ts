import { defaultKeyHasher } from '@better-auth/api-key';
import { parseCookies } from 'better-auth/cookies';
import { fromNodeHeaders } from 'better-auth/node';
import type { FastifyRequest } from 'fastify';
import { type Membership, membershipsOf } from '../../../areas/prepare/contacts/index.ts';
import { isOutside, permissionsOf } from '../../../areas/roles.ts';
import type { House } from '../../../areas/system-context.ts';
import type { Context } from '../../../database/transaction.ts';
import type { Actor } from '../../../kernel/caller.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { Fault } from '../../../kernel/errors.ts';
import { chooseLanguage } from '../../../kernel/language.ts';
import type { Auth } from './library.ts';

/** Which organisation a request is for, where a person belongs to several. */
export const ORGANISATION_HEADER = 'sonae-organisation';
/** The same in an address: the stream, pictures and what is opened by a link are asked for without a header of ours. */
const ORGANISATION_QUERY = 'sonae-organisation';
/** The same as a browser remembers it, for whoever says nothing: a page that is only being opened. */
export const ORGANISATION_COOKIE = 'sonae-organisation';

export interface SignedIn {
  readonly ctx: Context;
  readonly userId: string;
  readonly membership: Membership;
  readonly memberships: readonly Membership[];
  /** True when a browser's cookie spoke for the caller: such requests need the protection against other sites. */
  readonly byCookie: boolean;
  /** Cookies the sign-in library wants to renew. */
  readonly cookies: readonly string[];
}

interface Credential {
  readonly userId: string;
  readonly byCookie: boolean;
  readonly sessionId?: string;
  readonly key?: {
    readonly id: string;
    readonly scopes: readonly string[];
    readonly orgId: string | undefined;
  };
  readonly cookies: readonly string[];
}

interface KeyRow {
  readonly id: string;
  readonly referenceId: string;
  readonly enabled: boolean | null;
  readonly expiresAt: Date | null;
  readonly permissions: string | null;
}

const KEY_SCOPE = 'sonae';
const KEY_ORGANISATION = 'organisation';

/** A key is read, not counted: the library's own check writes to the database at every call. */
async function readKey(auth: Auth, secret: string, now: Temporal.Instant): Promise<Credential> {
  const { adapter } = await auth.$context;
  const where = [{ field: 'key', value: await defaultKeyHasher(secret) }];
  const row = await adapter.findOne<KeyRow>({ model: 'apikey', where });
  const expired = row?.expiresAt && row.expiresAt.getTime() <= now.epochMilliseconds;
  if (!row || row.enabled === false || expired) throw new Fault('wrong-credentials');
  const permissions = JSON.parse(row.permissions ?? '{}') as Record<string, string[]>;
  return {
    userId: row.referenceId,
    byCookie: false,
    key: { id: row.id, scopes: permissions[KEY_SCOPE] ?? [], orgId: permissions[KEY_ORGANISATION]?.[0] },
    cookies: [],
  };
}

async function readSession(auth: Auth, request: FastifyRequest): Promise<Credential> {
  const { headers, response } = await auth.api.getSession({
    headers: fromNodeHeaders(request.headers),
    returnHeaders: true,
  });
  if (!response) throw new Fault('not-signed-in');
  const { user, session } = response;
  return { userId: user.id, sessionId: session.id, byCookie: true, cookies: headers.getSetCookie() };
}

const looks = ({ method }: FastifyRequest): boolean => method === 'GET' || method === 'HEAD';

/** What the request itself says; by its address only where nothing is changed. */
function askedOf(request: FastifyRequest): string | undefined {
  const header = request.headers[ORGANISATION_HEADER];
  if (typeof header === 'string') return header;
  const said = (request.query as Readonly<Record<string, unknown>> | undefined)?.[ORGANISATION_QUERY];
  return looks(request) && typeof said === 'string' ? said : undefined;
}

/**
 * What a browser remembers. Whoever left that organisation is shown their first one; but nothing is changed in another than
 * was meant, so that a change is refused.
 */
function rememberedOf(request: FastifyRequest, memberships: readonly Membership[]): string | undefined {
  const remembered = parseCookies(request.headers.cookie ?? '').get(ORGANISATION_COOKIE) || undefined;
  const belongs = memberships.some(({ orgId }) => orgId === remembered);
  return belongs || !looks(request) ? remembered : undefined;
}

function chooseMembership(memberships: readonly Membership[], wanted: string | undefined): Membership {
  const chosen = wanted === undefined ? memberships[0] : memberships.find(({ orgId }) => orgId === wanted);
  if (!chosen) {
    throw new Fault('forbidden', {
      detail: { ja: 'この組織に登録されていません', en: 'You are not registered with this organisation' },
    });
  }
  return chosen;
}

/** Key or session → who is calling, for which organisation, with which permissions. */
export class Authenticator {
  readonly #auth: () => Auth;
  readonly #house: House;
  readonly #clock: Clock;

  constructor(auth: () => Auth, house: House, clock: Clock) {
    this.#auth = auth;
    this.#house = house;
    this.#clock = clock;
  }

  async authenticate(request: FastifyRequest): Promise<SignedIn> {
    const now = this.#clock.now();
    const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const credential = bearer
      ? await readKey(this.#auth(), bearer, now)
      : await readSession(this.#auth(), request);
    const memberships = await membershipsOf(this.#house.database.kysely, credential.userId);
    const asked = askedOf(request);
    if (credential.key && asked !== undefined && asked !== credential.key.orgId) throw new Fault('forbidden');
    const remembered = credential.byCookie ? rememberedOf(request, memberships) : undefined;
    const membership = chooseMembership(memberships, credential.key?.orgId ?? asked ?? remembered);
    const accepted = request.headers['accept-language'];
    const ctx: Context = {
      now,
      newId: this.#house.newId,
      orgId: membership.orgId,
      actor: actorOf(credential, membership),
      language: accepted ? chooseLanguage(accepted) : membership.language,
      requestId: request.id,
      database: this.#house.database,
      instance: this.#house.instance,
    };
    const { userId, byCookie, cookies } = credential;
    return { ctx, userId, membership, memberships, byCookie, cookies };
  }
}

function actorOf({ key, sessionId }: Credential, { personId, roles }: Membership): Actor {
  const held = permissionsOf(roles);
  const outside = isOutside(roles);
  if (!key) return { kind: 'person', id: personId, personId, sessionId, permissions: held, outside };
  // A key never does more than its owner may do today.
  const permissions = new Set([...held].filter((permission) => key.scopes.includes(permission)));
  return { kind: 'key', id: key.id, personId, permissions, outside };
}

/** A key is for one organisation, whatever others its owner belongs to. */
export const keyPermissions = (scopes: readonly string[], orgId: string): Record<string, string[]> => ({
  [KEY_SCOPE]: [...scopes],
  [KEY_ORGANISATION]: [orgId],
});
