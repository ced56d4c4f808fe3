import fs from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { memoryOf, startAlertmanager, startSonae } from '../test/processes.ts';

const QUIET_ALERTMANAGER = 'route: { receiver: none }\nreceivers: [{ name: none }]\n';

/** The embedded database's processes: all that run in this data folder. */
function databaseMemory(folder: string): number {
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .reduce((sum, pid) => {
      try {
        if (fs.readlinkSync(`/proc/${pid}/cwd`) !== `${folder}/pg`) return sum;
        // Shared buffers are counted once per process in RSS; the proportional share counts them once in all.
        return (
          sum +
          Number(/^Pss:\s+(\d+)/m.exec(fs.readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024
        );
      } catch {
        return sum;
      }
    }, 0);
}

/** First start in an empty folder, start again, and memory at rest, beside Alertmanager. */
export async function benchStart(): Promise<void> {
  const peer = await startAlertmanager(QUIET_ALERTMANAGER);
  const first = await startSonae();
  await first.stop();
  const again = await startSonae({ folder: first.folder });
  await pause(3_000);
  console.log('start and rest');
  console.log(
    `  Alertmanager               ready ${peer.readySeconds.toFixed(2)} s, at rest ${Math.round(memoryOf(peer.child.pid))} MB`,
  );
  console.log(`  Sonae, empty data folder   ready ${first.readySeconds.toFixed(2)} s`);
  console.log(
    `  Sonae, started again       ready ${again.readySeconds.toFixed(2)} s (${(again.readySeconds / peer.readySeconds).toFixed(1)}×)`,
  );
  console.log(
    `  Sonae at rest              server ${Math.round(memoryOf(again.child.pid))} MB, database ${Math.round(databaseMemory(again.folder))} MB (${((memoryOf(again.child.pid) + databaseMemory(again.folder)) / memoryOf(peer.child.pid)).toFixed(1)}×)`,
  );
  await again.stop();
  await peer.stop();
}
