import { once } from 'node:events';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { FACTS, type FactName, isFactName } from '../../../areas/facts.ts';
import { LedgerTail, lastSeq, type Tail } from '../../../areas/ledger/index.ts';
import type { Live } from '../../../database/live.ts';
import { reading } from '../../../database/transaction.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Authenticator } from '../auth/authenticate.ts';
import { streamsOpen } from '../metrics.ts';
import { MOST_STREAMS, OpenStreams } from './open-streams.ts';

/** Without a hint we look this often all the same; it also tells proxies that the connection lives. */
const LOOK = { seconds: 10 } as const;
/** A signed-out or removed person's stream ends within this. */
const REAUTHENTICATE_MS = 30_000;

/** What changes who may see what: whoever follows is known anew before anything after it is told. */
const RIGHTS: ReadonlySet<string> = new Set<FactName>([
  'account.changed',
  'key.revoked',
  'person.changed',
  'person.locked-out',
  'person.removed',
  'session.revoked',
]);

/** Where to go on: `<organisation>.<number>`, so that a number of another ledger is not taken for one of this. */
function cursorOf(request: FastifyRequest, orgId: string, head: number): { seq: number; reset: boolean } {
  const given = request.headers['last-event-id'] ?? (request.query as { after?: string }).after;
  if (typeof given !== 'string' || given === '') return { seq: head, reset: false };
  const [, org, digits] = /^([0-9a-f-]{36})\.(\d{1,15})$/.exec(given) ?? [];
  const seq = Number(digits);
  // After a restore the ledger may be shorter than what was seen: everything is to be looked at anew.
  return org === orgId && seq <= head ? { seq, reset: false } : { seq: head, reset: true };
}

/**
 * The live stream (server-sent events). The event id is the ledger's number, which is given in commit order without
 * gaps: whoever comes back with the last id gets every line once, whichever process answers.
 */
export function mountStream(
  app: FastifyInstance,
  authenticator: Authenticator,
  live: Live,
  clock: Clock,
): void {
  const open = new Set<AbortController>();
  const streams = new OpenStreams();
  const tail = new LedgerTail();
  // Hints so far: streams woken by the same one are served by one look.
  let hints = 0;
  live.onHint(() => {
    hints += 1;
  });
  app.addHook('preClose', async () => {
    for (const stream of open) stream.abort();
  });

  app.get('/api/stream', { logLevel: 'warn' }, async (request, reply) => {
    const ending = new AbortController();
    // Before anything is awaited: a client that is gone already says so only once.
    request.raw.once('close', () => ending.abort());
    reply.raw.once('close', () => ending.abort());
    let caller = await authenticator.authenticate(request);
    let checkedAt = clock.now().epochMilliseconds;
    const { orgId } = caller.ctx;
    const from = cursorOf(request, orgId, await reading(caller.ctx, lastSeq));
    let cursor = from.seq;
    open.add(ending);
    let replaced = false;
    const left = streams.open(caller.userId, () => {
      replaced = true;
      ending.abort();
    });
    let wake = new AbortController();
    let signals = false;
    let hinted = false;
    const look = () => {
      wake.abort();
      wake = new AbortController();
    };
    const unhint = live.onHint((hint) => {
      if (hint.orgId !== orgId) return;
      if (hint.topic === 'signals') signals = true;
      hinted = true;
      look();
    });
    const ungap = live.onGap(look);
    ending.signal.addEventListener('abort', look);
    reply.hijack();
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      connection: 'keep-alive',
      'x-accel-buffering': 'no',
    });
    streamsOpen.inc();
    const knownAnew = async (): Promise<boolean> => {
      caller = await authenticator.authenticate(request);
      checkedAt = clock.now().epochMilliseconds;
      // Moved to another organisation: that is another ledger, and another stream.
      return caller.ctx.orgId === orgId;
    };
    const write = async (text: string): Promise<void> => {
      if (reply.raw.destroyed) return ending.abort();
      // A slow reader is waited for, not buffered without end.
      if (!reply.raw.write(text) && !ending.signal.aborted)
        await Promise.race([once(reply.raw, 'drain'), once(ending.signal, 'abort')]);
    };
    try {
      await write(
        `retry: 1000\nevent: ready\nid: ${orgId}.${cursor}\ndata: ${JSON.stringify({ reset: from.reset })}\n\n`,
      );
      while (!ending.signal.aborted) {
        const woken = wake.signal;
        if (clock.now().epochMilliseconds - checkedAt > REAUTHENTICATE_MS && !(await knownAnew())) break;
        // Without a hint nobody knows whether one was lost: then everybody looks for themselves.
        const moment = hinted ? `hint ${hints}` : `${request.id} ${clock.now()}`;
        hinted = false;
        let next = await tail.after({ ...caller.ctx, now: clock.now() }, cursor, moment);
        if (next.kinds.some((kind) => RIGHTS.has(kind))) {
          if (!(await knownAnew())) break;
          next = await tail.after(
            { ...caller.ctx, now: clock.now() },
            cursor,
            `${request.id} ${clock.now()}`,
          );
        }
        cursor = next.seq;
        const text = eventsOf(orgId, next);
        const { more } = next;
        if (text) await write(text);
        if (signals) await write('event: signals\ndata: {}\n\n');
        signals = false;
        if (more) continue;
        await clock.sleepUntil(clock.now().add(LOOK), woken);
        if (!woken.aborted) await write(': still here\n\n');
      }
    } catch (error) {
      request.log.warn({ err: error }, 'a live stream ended early; the client comes back by itself');
    } finally {
      left();
      if (replaced && !reply.raw.destroyed) reply.raw.write(REPLACED);
      unhint();
      ungap();
      open.delete(ending);
      streamsOpen.dec();
      reply.raw.end();
    }
  });
}

/** Said to a stream that ends for a newer one of the same person, who has too many; a browser then waits a while. */
const REPLACED = `retry: 60000\nevent: replaced\ndata: ${JSON.stringify({ most: MOST_STREAMS })}\n\n`;

const eventsOf = (orgId: string, { lines, names }: Tail): string =>
  lines
    .map((line) => {
      // Said here, so that no screen has to carry the whole vocabulary to know what to look at again.
      const touches = isFactName(line.kind) ? FACTS[line.kind].touches : [];
      return `event: line\nid: ${orgId}.${line.seq}\ndata: ${JSON.stringify({ line, names, touches })}\n\n`;
    })
    .join('');
