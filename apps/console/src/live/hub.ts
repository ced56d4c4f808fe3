import type { OpenSource, Source } from './source.ts';
import type { FromTab, ToTab } from './wire.ts';

/** Whoever has not answered for so long is frozen or gone: what is written to it would only pile up. */
const SILENT_MS = 60_000;

interface Tab {
  readonly who: string;
  heardAt: number;
  /** It missed something, and is told to look anew once it answers. */
  behind: boolean;
}
export type Wire = (event: ToTab) => void;

/** One stream for many tabs: opened for the first, closed after the last, begun anew when somebody else signs in. */
export class Hub {
  readonly #tabs = new Map<Wire, Tab>();
  readonly #open: OpenSource;
  #source: Source | undefined;
  #who = '';
  #live: 'unknown' | 'ready' | 'lost' = 'unknown';

  constructor(open: OpenSource) {
    this.#open = open;
  }

  hear(wire: Wire, said: FromTab, now: number): void {
    if (said.kind === 'bye') this.#remove(wire);
    else if (said.kind === 'hello') this.#admit(wire, said.who, now);
    else if (said.kind === 'signed-out') this.#begin('');
    else this.#answer(wire, now);
  }

  /** Asks who is still there. To be called now and then. */
  tick(now: number): void {
    for (const [wire, tab] of this.#tabs) {
      if (now - tab.heardAt > SILENT_MS) tab.behind = true;
      wire({ kind: 'there?' });
    }
    if ([...this.#tabs.values()].every(({ behind }) => behind)) this.#stop();
  }

  #admit(wire: Wire, who: string, now: number): void {
    this.#tabs.set(wire, { who, heardAt: now, behind: false });
    for (const [other, tab] of this.#tabs) if (tab.who !== who) other({ kind: 'another' });
    if (who !== this.#who || !this.#source) this.#begin(who);
    else if (this.#live !== 'unknown') wire(this.#live === 'ready' ? READY : LOST);
  }

  #answer(wire: Wire, now: number): void {
    const tab = this.#tabs.get(wire);
    if (!tab) return;
    const wasBehind = tab.behind;
    tab.heardAt = now;
    tab.behind = false;
    if (!this.#source) this.#begin(this.#who);
    if (wasBehind) wire({ kind: 'ready', stale: true });
  }

  #remove(wire: Wire): void {
    this.#tabs.delete(wire);
    if (this.#tabs.size === 0) this.#stop();
  }

  /** Under the session the browser has now, and from now on: what the former one was told is not resumed. */
  #begin(who: string): void {
    this.#stop();
    this.#who = who;
    this.#source = this.#open('', (event) => {
      if (event.kind === 'ready') this.#live = 'ready';
      if (event.kind === 'lost') this.#live = 'lost';
      for (const [wire, tab] of this.#tabs) if (!tab.behind) wire(event);
    });
  }

  #stop(): void {
    this.#source?.close();
    this.#source = undefined;
    this.#live = 'unknown';
  }
}

const READY = { kind: 'ready', stale: false } as const;
const LOST = { kind: 'lost' } as const;
