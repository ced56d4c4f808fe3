import http from 'node:http';

export interface Flood {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bodies: readonly Buffer[];
  readonly connections: number;
}

/** Sends every body once over so many keep-alive connections. @returns seconds taken and how many were refused */
export async function flood({
  url,
  headers,
  bodies,
  connections,
}: Flood): Promise<{ seconds: number; refused: number }> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const target = new URL(url);
  let next = 0;
  let refused = 0;
  const send = (body: Buffer): Promise<number> =>
    new Promise((resolve, reject) => {
      const request = http.request(
        target,
        {
          method: 'POST',
          agent,
          headers: { ...headers, 'content-type': 'application/json', 'content-length': body.length },
        },
        (answer) => {
          answer.resume();
          answer.on('end', () => resolve(answer.statusCode ?? 0));
        },
      );
      request.on('error', reject);
      request.end(body);
    });
  const lane = async (): Promise<void> => {
    for (let body = bodies[next]; body; body = bodies[next]) {
      next += 1;
      if ((await send(body)) !== 200) refused += 1;
    }
  };
  const started = process.hrtime.bigint();
  await Promise.all(Array.from({ length: connections }, lane));
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  agent.destroy();
  return { seconds, refused };
}

/** Alerts as Prometheus sends them, over so many label sets, in a shuffled but repeatable order. */
export function alertBodies(total: number, labelSets: number, batch: number, endsAt: string): Buffer[] {
  let state = 42;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const order = Array.from({ length: total }, (_, i) => i % labelSets);
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
  }
  const alertOf = (n: number) => ({
    labels: {
      alertname: `Alert${n % 50}`,
      instance: `host-${n}.example.jp:9100`,
      job: 'node',
      severity: n % 20 === 0 ? 'critical' : 'warning',
      cluster: `c${n % 7}`,
    },
    annotations: {
      summary: `Something is wrong on host-${n}`,
      description: 'A longer text that a rule author wrote once for all hosts.',
    },
    startsAt: '2026-11-22T00:00:00.000Z',
    endsAt,
    generatorURL: 'http://prometheus.example.jp/graph?g0.expr=up',
  });
  const bodies: Buffer[] = [];
  for (let i = 0; i < order.length; i += batch) {
    bodies.push(Buffer.from(JSON.stringify(order.slice(i, i + batch).map(alertOf))));
  }
  return bodies;
}
