import type { OpenSource, Source } from './source.ts';
import { type FromTab, organisationIn, personIn, type ToTab } from './wire.ts';

/** Whoever has not answered for so long is frozen or gone: what is written to it would only pile up. */
const SILENT_MS = 60_000;

interface Tab {
  readonly who: string;
  heardAt: number;
  /** It missed something, and is told to look anew once it answers. */
  behind: boolean;
}
interface Stream {
  readonly source: Source;
  live: 'unknown' | 'ready' | 'lost';
  /** Opened for a session that has ended. */
  readonly over: boolean;
}
export type Wire = (event: ToTab) => void;

/**
 * One stream for all tabs that show the same organisation: opened for the first, closed after the last. Tabs of one person
 * that show several have one each; when somebody else signs in, the former person's end.
 */
export class Hub {
  readonly #tabs = new Map<Wire, Tab>();
  readonly #streams = new Map<string, Stream>();
  readonly #open: OpenSource;

  constructor(open: OpenSource) {
    this.#open = open;
  }

  hear(wire: Wire, said: FromTab, now: number): void {
    if (said.kind === 'bye') this.#remove(wire);
    else if (said.kind === 'hello') this.#admit(wire, said.who, now);
    else if (said.kind === 'signed-out') for (const who of [...this.#streams.keys()]) this.#begin(who, true);
    else this.#answer(wire, now);
  }

  /** Asks who is still there. To be called now and then. */
  tick(now: number): void {
    for (const [wire, tab] of this.#tabs) {
      if (now - tab.heardAt > SILENT_MS) tab.behind = true;
      wire({ kind: 'there?' });
    }
    for (const who of [...this.#streams.keys()])
      if (this.#tabsOf(who).every(([, { behind }]) => behind)) this.#stop(who);
  }

  #tabsOf(who: string): [Wire, Tab][] {
    return [...this.#tabs].filter(([, tab]) => tab.who === who);
  }

  #admit(wire: Wire, who: string, now: number): void {
    this.#tabs.set(wire, { who, heardAt: now, behind: false });
    for (const [other, tab] of [...this.#tabs]) {
      if (personIn(tab.who) === personIn(who)) continue;
      // It says hello again as whoever it shows then.
      this.#tabs.delete(other);
      this.#stop(tab.who);
      other({ kind: 'another' });
    }
    const stream = this.#streams.get(who);
    if (!stream || stream.over) this.#begin(who);
    else if (stream.live !== 'unknown') wire(stream.live === 'ready' ? READY : LOST);
  }

  #answer(wire: Wire, now: number): void {
    const tab = this.#tabs.get(wire);
    if (!tab) return;
    const wasBehind = tab.behind;
    tab.heardAt = now;
    tab.behind = false;
    if (!this.#streams.has(tab.who)) this.#begin(tab.who);
    if (wasBehind) wire({ kind: 'ready', stale: true });
  }

  #remove(wire: Wire): void {
    const who = this.#tabs.get(wire)?.who;
    this.#tabs.delete(wire);
    if (who !== undefined && this.#tabsOf(who).length === 0) this.#stop(who);
  }

  /** Under the session the browser has now, and from now on: what the former one was told is not resumed. */
  #begin(who: string, over = false): void {
    this.#stop(who);
    const hear = (event: ToTab) => {
      const stream = this.#streams.get(who);
      if (stream && event.kind === 'ready') stream.live = 'ready';
      if (stream && event.kind === 'lost') stream.live = 'lost';
      for (const [wire, { behind }] of this.#tabsOf(who)) if (!behind) wire(event);
    };
    this.#streams.set(who, {
      source: this.#open('', hear, organisationIn(who)),
      live: 'unknown',
      over,
    });
  }

  #stop(who: string): void {
    this.#streams.get(who)?.source.close();
    this.#streams.delete(who);
  }
}

const READY = { kind: 'ready', stale: false } as const;
const LOST = { kind: 'lost' } as const;
