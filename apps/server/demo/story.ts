import { callAbout, type Key, type Reply, type Told } from '../../../areas/call-route.ts';
import { TIMER_HANDLERS } from '../../../areas/handlers.ts';
import { isOutside, permissionsOf, type Role } from '../../../areas/roles.ts';
import { systemContext } from '../../../areas/system-context.ts';
import type { TimerBody, TimerKind } from '../../../areas/work.ts';
import { type Context, inTransaction } from '../../../database/transaction.ts';
import type { Bilingual, Language } from '../../../kernel/language.ts';
import { type Name, ZONE } from './content/organisation.ts';
import type { Speak } from './content/speak.ts';

/** Who is there, and what each may do. */
type Members<N extends string> = Readonly<Record<N, { readonly roles: readonly Role[] }>>;

/** Tells what happened before the founding: who did what and when, by the acts that everybody uses. */
export class Story<N extends string = Name> {
  readonly start: Temporal.Instant;
  readonly language: Language;
  readonly people = new Map<N, string>();
  /** Everything that was said, in both languages, by how it was said here. */
  readonly said = new Map<string, Bilingual>();
  readonly #ctx: Context;
  readonly #members: Members<N>;

  /** @param ctx of the organisation; all acts join what it has open */
  constructor(ctx: Context, language: Language, members: Members<N>) {
    this.#ctx = ctx;
    this.#members = members;
    this.start = ctx.now;
    this.language = language;
  }

  readonly say: Speak = (ja, en) => {
    const text = this.language === 'ja' ? ja : en;
    this.said.set(text, { ja, en });
    return text;
  };

  before(duration: Temporal.DurationLike): Temporal.Instant {
    return this.start.subtract(duration);
  }

  /** The day so many days from the founding, where the utility is. */
  readonly day = (days: number): string =>
    this.start.toZonedDateTimeISO(ZONE).toPlainDate().add({ days }).toString();

  /** A clock time of that day. */
  timeOf(days: number, clock: string): Temporal.Instant {
    return Temporal.ZonedDateTime.from(`${this.day(days)}T${clock}[${ZONE}]`).toInstant();
  }

  idOf(name: N): string {
    return this.people.get(name) ?? '';
  }

  /** Sonae itself, as it acts for the organisation. */
  system(now: Temporal.Instant): Context {
    const { database, instance, newId, orgId } = this.#ctx;
    const joined = this.#ctx.joined;
    return {
      ...systemContext({ database, instance, newId }, orgId, now),
      language: this.language,
      retold: true,
      ...(joined && { joined }),
    };
  }

  /** As somebody has it who has signed in. */
  as(name: N, now: Temporal.Instant): Context {
    const id = this.idOf(name);
    const roles: readonly Role[] = this.#members[name].roles;
    const actor = {
      kind: 'person' as const,
      id,
      personId: id,
      permissions: permissionsOf(roles),
      outside: isOutside(roles),
    };
    return { ...this.system(now), actor };
  }

  /** What somebody did about one thing. */
  did<K extends Key>(
    name: N,
    now: Temporal.Instant,
    id: string,
    key: K,
    ...told: Told<K>
  ): Promise<Reply<K>> {
    return callAbout(this.as(name, now), id, key, ...told);
  }

  /** What was kept by whoever set the house up. */
  kept<K extends Key>(now: Temporal.Instant, id: string, key: K, ...told: Told<K>): Promise<Reply<K>> {
    return callAbout(this.system(now), id, key, ...told);
  }

  /** What Sonae did by itself, when it was due. */
  due<K extends TimerKind>(now: Temporal.Instant, kind: K, body: TimerBody<K>): Promise<void> {
    return inTransaction(this.system(now), (tx) => TIMER_HANDLERS[kind](tx, body));
  }
}
