export const CONFIRMATION_KINDS = ['route', 'sheet'] as const;
export type ConfirmationKind = (typeof CONFIRMATION_KINDS)[number];
export type ConfirmationState = 'queued' | 'held' | 'accepted' | 'failed' | 'answered';

/** What was asked, of whom and about what. */
export interface QuestionRow {
  readonly id: string;
  readonly kind: ConfirmationKind;
  readonly personId: string | null;
  /** Id of the route, or key of the party. */
  readonly subject: string;
  /** What it was asked about: the address of a route, or address and words of a sheet. */
  readonly digest: string;
  readonly askedAt: Temporal.Instant;
}

export interface Confirmation extends QuestionRow {
  readonly name: string;
  readonly address: string;
  readonly language: 'ja' | 'en';
  readonly until: Temporal.Instant;
  readonly state: ConfirmationState;
}
