import { call, registerOperator } from '../test/operator.ts';
import { databaseOf, startSonae } from '../test/processes.ts';
import { quantile, told } from './quantile.ts';

const HOSTS = 36_000;
const AT_ONCE = 1_000;
const ROUNDS = 30;
const BAR_MS = 300;

async function timed(act: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await act();
  return performance.now() - begun;
}

/** The recovery board of 36,000 machines: a thousand moved at once, and the board read, beside a bare table of the same rows. */
export async function benchBoard(): Promise<void> {
  const sonae = await startSonae();
  const client = databaseOf(sonae);
  try {
    registerOperator(sonae);
    await client.connect();
    const systems = Array.from({ length: HOSTS }, (_, n) => ({
      key: `host-${n}`,
      kind: 'host',
      name: `端末${n}`,
      class: n % 36 === 0 ? 'server' : 'endpoint',
      company: `会社${n % 60}`,
    }));
    await call(sonae, 'POST /api/prepare/code/apply', { yaml: JSON.stringify({ systems }) });
    const { id } = await call(sonae, 'POST /api/respond/incidents', {
      title: 'bench',
      severity: 4,
      page: false,
    });
    const path = `/api/respond/incidents/${String(id)}/recovery`;
    for (const kind of ['server', 'endpoint']) await call(sonae, `POST ${path}`, { class: kind, wave: 1 });
    await client.query('CREATE TABLE public.bare (key text PRIMARY KEY, state text, company text)');
    await client.query(
      `INSERT INTO public.bare SELECT 'host-' || n, 'waiting', 'c' || n % 60 FROM generate_series(0, ${HOSTS - 1}) AS n`,
    );
    const moves: number[] = [];
    const looks: number[] = [];
    const lists: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const keys = Array.from({ length: AT_ONCE }, (_, n) => `host-${round * AT_ONCE + n}`);
      moves.push(await timed(() => call(sonae, `POST ${path}/move`, { keys, state: 'restored' })));
      looks.push(await timed(() => call(sonae, `GET ${path}`)));
      lists.push(
        await timed(() =>
          call(sonae, `GET ${path}/items?company=${encodeURIComponent('会社7')}&state=waiting`),
        ),
      );
      bare.push(
        await timed(() =>
          client.query(`UPDATE public.bare SET state = 'restored' WHERE key = ANY ($1::text[])`, [keys]),
        ),
      );
    }
    const worst = quantile(moves, 0.99);
    console.log(`recovery board of ${HOSTS} machines, over HTTP (bar ${BAR_MS} ms)`);
    told(`Sonae, ${AT_ONCE} moved at once`, moves);
    told('Sonae, the whole board counted', looks);
    told('Sonae, 200 of a company listed', lists);
    told('bare table, the same update', bare);
    console.log(
      `  ratio of p50                       ${(quantile(moves, 0.5) / quantile(bare, 0.5)).toFixed(1)}×`,
    );
    if (worst > BAR_MS || quantile(lists, 0.99) > BAR_MS) process.exitCode = 1;
  } finally {
    await client.end();
    await sonae.stop();
  }
}
