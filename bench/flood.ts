import { addAlertSource, call, registerOperator } from '../test/operator.ts';
import { peakMemoryOf, startAlertmanager, startSonae } from '../test/processes.ts';
import { alertBodies, flood } from './flood-client.ts';

const TOTAL = Number(process.env['FLOOD'] ?? 200_000);
const LABEL_SETS = 10_000;
const QUIET_ALERTMANAGER =
  'route: { receiver: none, group_by: [job], group_wait: 1h }\nreceivers: [{ name: none }]\n';

async function exactCount(running: Parameters<typeof call>[0]): Promise<{ signals: number; count: number }> {
  let after = '';
  let signals = 0;
  let count = 0;
  do {
    const page = await call(
      running,
      `GET /api/detect/signals?limit=500${after ? `&after=${encodeURIComponent(after)}` : ''}`,
    );
    for (const signal of page['signals'] as { count: number }[]) {
      signals += 1;
      count += signal.count;
    }
    after = String(page['next'] ?? '');
  } while (after);
  return { signals, count };
}

/** The same alerts, the same client, one after the other: Sonae answers when it is durable, the peer keeps it in memory. */
export async function benchFlood(): Promise<void> {
  const ends = Temporal.Now.instant().add({ hours: 2 }).toString();
  for (const shape of [
    { name: `batches of 100 over 8 connections`, batch: 100, connections: 8, total: TOTAL },
    { name: `single alerts over 32 connections`, batch: 1, connections: 32, total: TOTAL / 10 },
  ]) {
    const bodies = alertBodies(shape.total, LABEL_SETS, shape.batch, ends);
    const peer = await startAlertmanager(QUIET_ALERTMANAGER);
    const theirs = await flood({
      url: `${peer.baseUrl}/api/v2/alerts`,
      headers: {},
      bodies,
      connections: shape.connections,
    });
    await peer.stop();
    const sonae = await startSonae();
    try {
      registerOperator(sonae);
      const key = await addAlertSource(sonae);
      const headers = { authorization: `Bearer ${key}` };
      const ours = await flood({
        url: `${sonae.baseUrl}/api/v2/alerts`,
        headers,
        bodies,
        connections: shape.connections,
      });
      const peak = peakMemoryOf(sonae.child.pid);
      const exact = await exactCount(sonae);
      const rate = (seconds: number) => Math.round(shape.total / seconds);
      console.log(`flood, ${shape.total} alerts of ${LABEL_SETS} label sets, ${shape.name}`);
      console.log(`  Alertmanager (in memory)  ${rate(theirs.seconds)} alerts/s, refused ${theirs.refused}`);
      console.log(
        `  Sonae (durable)           ${rate(ours.seconds)} alerts/s, refused ${ours.refused}, server memory peak ${Math.round(peak)} MB`,
      );
      console.log(`  counted exactly           ${exact.count} of ${shape.total} in ${exact.signals} signals`);
      console.log(`  ratio                     ${(theirs.seconds / ours.seconds).toFixed(2)}×`);
      if (exact.count !== shape.total || ours.refused > 0) process.exitCode = 1;
    } finally {
      await sonae.stop();
    }
  }
}
