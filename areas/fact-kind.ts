import type { Bilingual } from '../kernel/language.ts';
import type { Shape } from '../kernel/shape.ts';
import type { Permission } from './roles.ts';
import type { Topic } from './topics.ts';

/** What a fact is to whoever reads a timeline; its colour and shape follow from it. */
export const TONES = ['event', 'response', 'decision', 'recovery', 'quiet'] as const;
export type Tone = (typeof TONES)[number];

export interface FactKind {
  /** What happened, for timeline and audit. */
  readonly name: Bilingual;
  /** Who may read it; a fact of an incident also needs the incident to be visible. */
  readonly read: Permission;
  readonly tone: Tone;
  /** What the house does by itself, such as each state of each message: left out where people read what people did. */
  readonly machinery: boolean;
  /** What open screens have to ask for again. */
  readonly touches: readonly Topic[];
  /** Ids and words only: names, addresses and secrets stay in tables. */
  readonly body: Shape;
}
