import type { Alert } from '../../../sources/source.ts';
import type { Folded, SignalState } from './schema.ts';

/** Folds a batch: one entry per signal, in order of id so that every batch locks rows in the same order. */
export function fold(alerts: readonly { readonly id: string; readonly alert: Alert }[]): Folded[] {
  const folded = new Map<string, { id: string; alert: Alert; firing: number; over: boolean }>();
  for (const { id, alert } of alerts) {
    const firing = alert.state === 'firing' ? 1 : 0;
    const known = folded.get(id);
    if (known) {
      known.alert = alert;
      known.firing += firing;
      known.over = firing === 0;
    } else folded.set(id, { id, alert, firing, over: firing === 0 });
  }
  return [...folded.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

export type Change =
  | 'appeared'
  | 'repeated'
  | 'reappeared'
  | 'resolved'
  | 'appeared-and-resolved'
  | 'still-over';

interface Next {
  readonly change: Change;
  readonly state: SignalState;
  readonly episodes: number;
}

/**
 * What a folded batch means for a signal.
 * @param before what is known of it; undefined when it is new
 */
export function decide(
  before: { readonly state: SignalState; readonly episodes: number } | undefined,
  batch: Pick<Folded, 'firing' | 'over'>,
): Next {
  if (!before) {
    // Told only that it is over: it was there, so it is kept and shown as resolved.
    const change = batch.over ? 'appeared-and-resolved' : 'appeared';
    return { change, state: batch.over ? 'resolved' : 'firing', episodes: 1 };
  }
  const wasFiring = before.state === 'firing';
  const newEpisode = !wasFiring && batch.firing > 0;
  const episodes = before.episodes + (newEpisode ? 1 : 0);
  if (!batch.over) return { change: wasFiring ? 'repeated' : 'reappeared', state: 'firing', episodes };
  if (wasFiring || newEpisode) return { change: 'resolved', state: 'resolved', episodes };
  // A silent signal that its source now calls over is known to be over.
  return { change: before.state === 'silent' ? 'resolved' : 'still-over', state: 'resolved', episodes };
}
