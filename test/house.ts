import { pino } from 'pino';
import { type Assembly, assemble } from '../apps/server/assemble.ts';
import type { IdentityProvider } from '../apps/server/auth/single-sign-on.ts';
import { addPerson } from '../areas/prepare/contacts/add-person.ts';
import { foundOrganisationWithLedger } from '../areas/prepare/parties/found-organisation.ts';
import { isOutside, permissionsOf, type Role } from '../areas/roles.ts';
import { systemContext } from '../areas/system-context.ts';
import type { Context } from '../database/transaction.ts';
import { newId } from '../kernel/clock.ts';
import { StoryClock } from './clock.ts';
import { type Clone, cloneDatabase, TEST_SECRET } from './database.ts';

export const BASE_URL = 'http://localhost:8080';

export interface HouseOptions {
  readonly role?: 'web' | 'worker' | 'all';
  readonly clone?: Clone;
  readonly clock?: StoryClock;
  readonly baseUrl?: string;
  readonly identityProvider?: IdentityProvider;
  readonly requestsPerMinute?: number;
  readonly bodyPatienceMs?: number;
}

/** A whole process of ours on its own database and a clock that the test moves. */
export class TestHouse {
  readonly assembly: Assembly;
  readonly clone: Clone;
  readonly clock: StoryClock;
  readonly #ownsClone: boolean;

  private constructor(assembly: Assembly, clone: Clone, clock: StoryClock, ownsClone: boolean) {
    this.assembly = assembly;
    this.clone = clone;
    this.clock = clock;
    this.#ownsClone = ownsClone;
  }

  static async open(options: HouseOptions = {}): Promise<TestHouse> {
    const clone = options.clone ?? (await cloneDatabase());
    const clock = options.clock ?? new StoryClock();
    const baseUrl = options.baseUrl ?? BASE_URL;
    const assembly = await assemble({
      appUrl: clone.appUrl,
      role: options.role ?? 'web',
      secret: TEST_SECRET,
      signingKeyFile: undefined,
      baseUrl,
      trustedOrigins: [baseUrl],
      trustProxy: false,
      identityProvider: options.identityProvider,
      requestsPerMinute: options.requestsPerMinute ?? 100_000,
      ...(options.bodyPatienceMs !== undefined && { bodyPatienceMs: options.bodyPatienceMs }),
      clock,
      log: pino({ level: process.env['TEST_LOG'] ?? 'silent' }),
      version: 'test',
    });
    if (options.role === 'all' || options.role === 'worker') assembly.timers.start();
    return new TestHouse(assembly, clone, clock, options.clone === undefined);
  }

  /** A new organisation; returns the id. */
  async organisation(name = 'Test'): Promise<string> {
    const id = newId();
    await foundOrganisationWithLedger(this.system(id), { id, name, timeZone: 'Asia/Tokyo', demo: false });
    return id;
  }

  system(orgId: string): Context {
    return systemContext(this.assembly.house, orgId, this.clock.now());
  }

  async person(orgId: string, roles: readonly Role[], email = `${newId()}@example.jp`): Promise<string> {
    const person = {
      name: `${roles.join(' ')}`,
      email,
      roles: [...roles],
      language: 'ja' as const,
      unitId: null,
      breakGlass: false,
    };
    return (await addPerson(this.system(orgId), person)).id;
  }

  /** A context as that person has after signing in. */
  as(orgId: string, personId: string, roles: readonly Role[]): Context {
    const actor = {
      kind: 'person' as const,
      id: personId,
      personId,
      permissions: permissionsOf(roles),
      outside: isOutside(roles),
    };
    return { ...this.system(orgId), actor };
  }

  /** Resolves as soon as `look` finds something; looks again whenever anything was committed. */
  async until<T>(look: () => Promise<T | undefined | false>): Promise<T> {
    const first = await look();
    if (first) return first;
    return new Promise((resolve, reject) => {
      let looking = false;
      let again = false;
      const check = async (): Promise<void> => {
        if (looking) {
          again = true;
          return;
        }
        looking = true;
        do {
          again = false;
          const found = await look();
          if (found) {
            stop();
            return resolve(found);
          }
        } while (again);
        looking = false;
      };
      const onHint = () => void check().catch(reject);
      const stop = this.assembly.live.onHint(onHint);
      onHint();
    });
  }

  async close(): Promise<void> {
    await this.assembly.stop();
    if (this.#ownsClone) await this.clone.drop();
  }
}
