import { type Body, callRoute, type Key, type Reply } from '../../route-caller.ts';
import type { Stage } from './staged.ts';

type Known = 'second' | 'minute' | 'about' | 'hour' | 'day';

/** Timers that call somebody, now or when a time runs out. */
const CALLING =
  /^(summon|start-page|time-out|remind|expire-change|miss-update|draft-brief|run-out|page-round)/;

/** A record on paper, entered when all is over: each act with the day (from the first) and the hour it happened. */
export class Paper {
  readonly #stage: Stage;
  readonly #first: Temporal.PlainDate;

  /** @param days so long ago it began */
  constructor(stage: Stage, days: number) {
    this.#stage = stage;
    this.#first = stage.house.clock.now().toZonedDateTimeISO('Asia/Tokyo').toPlainDate().subtract({ days });
  }

  at(day: number, clock: string): string {
    return this.#first
      .add({ days: day })
      .toZonedDateTime({ timeZone: 'Asia/Tokyo', plainTime: clock })
      .toInstant()
      .toString();
  }

  /** One line of the paper. */
  async line<K extends Key>(
    [day, clock, precision = 'minute']: readonly [day: number, clock: string, precision?: Known],
    who: string,
    key: K,
    body: Omit<Body<K>, 'happened'>,
    params: Record<string, string> = { id: this.#stage.incidentId },
  ): Promise<Reply<K>> {
    const happened = { at: this.at(day, clock), precision };
    return callRoute(this.#stage.context(who), key, { params, body: { ...body, happened } } as never);
  }

  /** A statement that went out: its words are approved by two when they are entered, for that is done here. */
  async published(
    when: readonly [day: number, clock: string],
    said: Omit<Body<'POST /api/respond/incidents/:id/statements'>, 'outlet'>,
  ): Promise<void> {
    const outlet = 'phone';
    const { text } = said;
    const { id } = await this.#stage.call('pr', 'POST /api/respond/incidents/:id/statements', {
      ...said,
      outlet,
    });
    for (const who of ['pr', 'head'])
      await this.#stage.call(who, 'POST /api/respond/statements/:id/approve', { text, outlet }, { id });
    await this.line(when, 'pr', 'POST /api/respond/statements/:id/send', { nextUpdateMinutes: 60 }, { id });
  }

  /** Every report of a regime that is due and its id, by stage. */
  async reports(): Promise<Reply<'GET /api/respond/incidents/:id/reports'>['reports']> {
    return (await this.#stage.call('lead', 'GET /api/respond/incidents/:id/reports')).reports;
  }

  /** The timeline as it happened, oldest first. */
  async timeline(): Promise<Reply<'GET /api/respond/incidents/:id/timeline'>['lines']> {
    const found: Reply<'GET /api/respond/incidents/:id/timeline'>['lines'] = [];
    for (let before: number | undefined; ; ) {
      const page = await callRoute(this.#stage.context('lead'), 'GET /api/respond/incidents/:id/timeline', {
        params: { id: this.#stage.incidentId },
        query: { order: 'happened', limit: 7, before },
      });
      found.push(...page.lines);
      if (page.next === null) return found.toReversed();
      before = page.next;
    }
  }

  /** Nobody was called, written to or told that a time ran out. */
  async calledNobody(): Promise<boolean> {
    const { orgId } = this.#stage;
    const { clone } = this.#stage.house;
    const pages = await clone.query('SELECT id FROM page WHERE org_id = $1', [orgId]);
    const messages = await clone.query('SELECT id FROM message WHERE org_id = $1', [orgId]);
    const kinds = await this.#stage.kinds();
    const late = kinds.filter((kind) => /timed-out|overdue|due-soon|update-missed|^page\./.test(kind));
    const timers = await clone.query<{ kind: string }>('SELECT kind FROM timer WHERE org_id = $1', [orgId]);
    const calling = timers.filter(({ kind }) => CALLING.test(kind));
    return pages.length + messages.length + late.length + calling.length === 0;
  }
}
