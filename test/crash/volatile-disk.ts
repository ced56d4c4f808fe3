import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';

interface Entry {
  readonly name: string;
  readonly key: string;
  readonly kind: 'file' | 'folder';
}
interface Kept {
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

const OFTEN_MS = 2;
const FLUSHED = /\b(?:fsync|fdatasync)\(\d+<([^>]+)>/;
const RENAMED = /\b(?:rename|link)(?:at2?)?\((?:\S+, )?"([^"]+)", (?:\S+, )?"([^"]+)"/;

/**
 * A disk whose cache is lost with the power, as harsh as the standard allows: of a file there is what it held when it was
 * last flushed, of a folder the names it had when it was. What is under it is an ordinary folder; strace tells what is flushed.
 */
export class VolatileDisk {
  /** Where programs read and write. */
  readonly folder: string;
  readonly #shadow: string;
  readonly #folders = new Map<string, readonly Entry[]>();
  readonly #kept = new Map<string, Kept>();
  #flushedBeforeRename: string[] = [];
  readonly #running: { readonly child: ChildProcess; readonly told: number; rest: string }[] = [];
  #listening: NodeJS.Timeout | undefined;
  flushes = 0;

  /** @param ground an empty folder of its own; what is made in it is on the disk only once it is flushed */
  constructor(ground: string) {
    this.folder = path.join(ground, 'disk');
    this.#shadow = path.join(ground, 'flushed');
    for (const each of [this.folder, this.#shadow]) fs.mkdirSync(each, { mode: 0o711 });
    this.#folders.set(this.#note(this.folder), []);
  }

  /** Starts a program whose writes are watched, and those of everything it starts. */
  start(command: string, words: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
    const calls = 'trace=fsync,fdatasync,rename,renameat,renameat2,link,linkat';
    const told = path.join(this.#shadow, `told-${this.#running.length}`);
    fs.writeFileSync(told, '');
    const watching = ['-f', '--seccomp-bpf', '-y', '-qq', '-s', '4096', '-e', calls, '-o', told, '--'];
    const child = spawn('/usr/bin/strace', [...watching, command, ...words], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#running.push({ child, told: fs.openSync(told, 'r'), rest: '' });
    this.#listening ??= setInterval(() => this.#listen(), OFTEN_MS);
    return child;
  }

  /** What was told since, by each of them. It goes to a file, so that nobody waits for us. */
  #listen(): void {
    const some = Buffer.alloc(1 << 16);
    for (const running of this.#running)
      for (let n = fs.readSync(running.told, some); n > 0; n = fs.readSync(running.told, some)) {
        const lines = `${running.rest}${some.toString('latin1', 0, n)}`.split('\n');
        running.rest = lines.pop() ?? '';
        for (const line of lines) this.#hear(line);
      }
  }

  #hear(line: string): void {
    const flushed = FLUSHED.exec(line)?.[1];
    if (flushed !== undefined) {
      this.#flush(flushed);
      return;
    }
    const [, from, to] = RENAMED.exec(line) ?? [];
    if (from === undefined || to === undefined) return;
    // What was flushed just before it got another name may be heard of only when it has it.
    const waiting = this.#flushedBeforeRename;
    this.#flushedBeforeRename = [];
    for (const file of waiting) this.#flush(renamed(file, from, to));
  }

  #flush(file: string): void {
    if (file !== this.folder && !file.startsWith(`${this.folder}/`)) return;
    try {
      const key = this.#note(file);
      if (this.#folders.has(key) || fs.statSync(file).isDirectory())
        this.#folders.set(key, this.#namesIn(file));
      else fs.copyFileSync(file, path.join(this.#shadow, key));
      this.flushes += 1;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      this.#flushedBeforeRename = [...this.#flushedBeforeRename, file].slice(-2_000);
    }
  }

  #namesIn(folder: string): Entry[] {
    return fs.readdirSync(folder, { withFileTypes: true }).flatMap((each): Entry[] => {
      if (!each.isDirectory() && !each.isFile()) return [];
      try {
        const key = this.#note(path.join(folder, each.name));
        return [{ name: each.name, key, kind: each.isDirectory() ? 'folder' : 'file' }];
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
        throw error;
      }
    });
  }

  /** @returns what tells it from all others, whatever it is called */
  #note(file: string): string {
    const { ino, birthtimeNs, mode, uid, gid } = fs.statSync(file, { bigint: true });
    const key = `${ino}-${birthtimeNs}`;
    this.#kept.set(key, { mode: Number(mode) & 0o7777, uid: Number(uid), gid: Number(gid) });
    return key;
  }

  /** The power fails: everything that runs on it ends at once. */
  async cut(): Promise<void> {
    clearInterval(this.#listening);
    this.#listening = undefined;
    const ended = this.#running.map(({ child }) => child.exitCode ?? child.signalCode ?? once(child, 'exit'));
    for (const { child } of this.#running) for (const pid of descendants(child.pid)) kill(pid);
    await Promise.all(ended);
    this.#listen();
    // A rename is told when it begins: on a busy machine the new name may have come only after it was heard of.
    for (const file of this.#flushedBeforeRename.splice(0)) this.#flush(file);
    for (const { told } of this.#running.splice(0)) fs.closeSync(told);
  }

  /** What is there once the power is back, in a new folder. */
  cameBack(target: string): void {
    this.#restore(this.#note(this.folder), target);
  }

  #restore(key: string, target: string): void {
    fs.mkdirSync(target);
    for (const { name, key: inner, kind } of this.#folders.get(key) ?? []) {
      const to = path.join(target, name);
      if (kind === 'folder') this.#restore(inner, to);
      else {
        const flushed = path.join(this.#shadow, inner);
        if (fs.existsSync(flushed)) fs.copyFileSync(flushed, to);
        else fs.writeFileSync(to, '');
        this.#give(inner, to);
      }
    }
    this.#give(key, target);
  }

  #give(key: string, to: string): void {
    const kept = this.#kept.get(key);
    if (!kept) return;
    fs.chownSync(to, kept.uid, kept.gid);
    fs.chmodSync(to, kept.mode);
  }
}

/** A path after a rename that names it from the root or from where its program stands. */
function renamed(file: string, from: string, to: string): string {
  if (file === from || file.startsWith(`${from}/`)) return to + file.slice(from.length);
  const tail = `/${from}`;
  return file.endsWith(tail) ? `${file.slice(0, -tail.length)}/${to}` : file;
}

/** A process and all that it and those it started have started. */
function descendants(root: number | undefined): number[] {
  const parents = new Map<number, number>();
  for (const name of fs.readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = fs.readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // It has ended meanwhile.
    }
  }
  const found: number[] = [];
  for (let next = [root ?? -1]; next.length > 0; ) {
    next = [...parents].filter(([, parent]) => next.includes(parent)).map(([pid]) => pid);
    found.push(...next);
  }
  return found;
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
