import type { Topic } from '../../../../../areas/topics.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
}
export interface AskField {
  readonly name: string;
  readonly label: string;
  readonly kind: 'line' | 'text' | 'number' | 'choice' | 'choices' | 'yesNo' | 'time' | 'asset';
  readonly choices?: readonly Choice[];
  readonly begin?: unknown;
  /** May be left empty. */
  readonly optional?: boolean;
}
export type Answers = Readonly<Record<string, unknown>>;

/** What every card of an incident looks at again after an act. */
export const ROOM_STALE: readonly Topic[] = ['room', 'timeline', 'incident', 'incidents'];

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
export const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);
export const instantOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? new Date(value).toISOString() : null;

/** A time as its field shows it, where the reader is. */
export function localTime(at: string | null): string | undefined {
  if (at === null) return undefined;
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
