import type { OpenSource, Source } from './source.ts';
import { type Hear, organisationIn, personIn, type Seat, type ToTab } from './wire.ts';

/** What tabs say to each other. A later term stands above an earlier one, so that a throttled leader gives way. */
export type Said =
  | {
      readonly kind: 'beat';
      readonly from: string;
      readonly who: string;
      readonly term: number;
      readonly live: boolean;
    }
  | {
      readonly kind: 'event';
      readonly from: string;
      readonly who: string;
      readonly lastId: string;
      readonly event: ToTab;
    }
  | { readonly kind: 'hello' | 'gone' | 'signed-out'; readonly from: string; readonly who: string };

export interface Around {
  readonly id: string;
  readonly say: (said: Said) => void;
  readonly now: () => number;
  readonly open: OpenSource;
}

const BEAT_MS = 2_000;
/** Longer than a leader in the background is held up by the browser's usual throttling. */
const DEAD_MS = 6_000;

/** One tab of many that have no worker: one of them holds the stream and tells the others. */
export class Voter implements Seat {
  readonly #around: Around;
  readonly #who: string;
  readonly #hear: Hear;
  #source: Source | undefined;
  #term = 0;
  #lastId = '';
  #live = false;
  #heardAt: number;
  #beatAt = 0;

  constructor(around: Around, who: string, hear: Hear) {
    this.#around = around;
    this.#who = who;
    this.#hear = hear;
    this.#heardAt = around.now() - DEAD_MS + BEAT_MS / 4;
    this.#say('hello');
  }

  get leads(): boolean {
    return this.#source !== undefined;
  }

  /** To be called a few times a second. */
  tick(): void {
    const now = this.#around.now();
    if (this.leads && now - this.#beatAt >= BEAT_MS) this.#beat(now);
    if (!this.leads && now - this.#heardAt > DEAD_MS) this.#lead(now);
  }

  heard(said: Said): void {
    if (said.from === this.#around.id) return;
    if (said.who !== this.#who) {
      // Tabs that show another organisation of the same person have a stream of their own.
      if (said.kind === 'hello' && personIn(said.who) !== personIn(this.#who)) {
        this.#yield();
        this.#hear({ kind: 'another' });
      }
      if (said.kind === 'signed-out' && this.leads) this.#restart();
      return;
    }
    const now = this.#around.now();
    if (said.kind === 'hello' && this.leads) this.#beat(now);
    if (said.kind === 'signed-out' && this.leads) this.#restart();
    // The next one steps in at once; the others hear it in time.
    if (said.kind === 'gone') this.#heardAt = now - DEAD_MS + (hash(this.#around.id) % 8) * 200;
    if (said.kind === 'beat') this.#heardBeat(said, now);
    if (said.kind === 'event' && !this.leads) {
      this.#heardAt = now;
      this.#lastId = said.lastId;
      this.#take(said.event);
    }
  }

  signedOut(): void {
    this.#say('signed-out');
    if (this.leads) this.#restart();
  }

  leave(): void {
    if (this.leads) this.#say('gone');
    this.#yield();
  }

  #heardBeat(said: Extract<Said, { kind: 'beat' }>, now: number): void {
    const above = said.term > this.#term || (said.term === this.#term && said.from < this.#around.id);
    if (this.leads && !above) {
      this.#beat(now);
      return;
    }
    if (this.leads) this.#yield();
    this.#heardAt = now;
    this.#term = Math.max(this.#term, said.term);
    if (said.live !== this.#live) this.#take(said.live ? { kind: 'ready', stale: false } : { kind: 'lost' });
  }

  #lead(now: number): void {
    this.#term += 1;
    this.#start(this.#lastId);
    this.#beat(now);
  }

  #restart(): void {
    this.#source?.close();
    this.#start('');
  }

  #start(after: string): void {
    const take = (event: ToTab) => {
      this.#lastId = source.lastId();
      this.#take(event);
      this.#around.say({ kind: 'event', from: this.#around.id, who: this.#who, lastId: this.#lastId, event });
    };
    const source = this.#around.open(after, take, organisationIn(this.#who));
    this.#source = source;
  }

  #take(event: ToTab): void {
    if (event.kind === 'ready') this.#live = true;
    if (event.kind === 'lost') this.#live = false;
    this.#hear(event);
  }

  #yield(): void {
    this.#source?.close();
    this.#source = undefined;
  }

  #beat(now: number): void {
    this.#beatAt = now;
    this.#around.say({
      kind: 'beat',
      from: this.#around.id,
      who: this.#who,
      term: this.#term,
      live: this.#live,
    });
  }

  #say(kind: 'hello' | 'gone' | 'signed-out'): void {
    this.#around.say({ kind, from: this.#around.id, who: this.#who });
  }
}

const hash = (text: string): number =>
  [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 997, 7);
