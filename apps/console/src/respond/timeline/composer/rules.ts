import type { Quick } from '../../../../../../areas/respond/timeline/quick/rules.ts';

interface Chosen {
  readonly id: string;
  readonly name: string;
}

/** What a line is sent as besides its words; undefined where it is not whole yet. A decision is that of whoever writes it. */
export function wantedOf(quick: Quick, chosen: readonly Chosen[], me: string) {
  if (quick.kind === 'note') return quick.text === '' ? undefined : {};
  if (quick.kind === 'decision')
    return {
      decision: { question: quick.text, options: [], decision: quick.text, basis: '', deciderId: me },
    };
  if (quick.kind !== 'task') return undefined;
  const personId = chosen.find(({ name }) => name === quick.who)?.id;
  return { task: { title: quick.title, minutes: quick.minutes, ...(personId && { personId }) } };
}

/** What has to be put right in a line before it can be sent, as soon as one can know. */
export function problemOf(
  quick: Quick,
  told: {
    /** A time of its own; empty for now. */
    readonly at: string;
    /** It was to be sent already. */
    readonly tried: boolean;
    /** A name is being typed. */
    readonly begun: boolean;
    /** A command is being typed. */
    readonly begins: boolean;
  },
): 'unknown' | 'untimely' | 'empty' | 'unmet' | undefined {
  if (quick.kind === 'unknown') return told.begins ? undefined : 'unknown';
  // Tasks and decisions are of now.
  if (told.at !== '' && (quick.kind === 'task' || quick.kind === 'decision')) return 'untimely';
  if (quick.kind === 'empty') return told.tried ? 'empty' : undefined;
  return quick.kind === 'task' && quick.unmet !== undefined && !told.begun ? 'unmet' : undefined;
}
