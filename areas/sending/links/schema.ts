/** A kind of link that works without signing in. Whoever makes such links declares one. */
export interface LinkKind {
  /** Under which secrets are derived and looked up; it never changes, for links in mailboxes hang on it. */
  readonly purpose: string;
  /** Where it is opened, without slashes at its ends. */
  readonly path: string;
}

export interface Link {
  /** Undefined: as long as what it opens says. */
  readonly until: Temporal.Instant | undefined;
  readonly usedAt: Temporal.Instant | undefined;
}

/** What stands behind a link: whose organisation, what it opens, and whom it was sent to where that is known. */
export interface LinkHolder {
  readonly orgId: string;
  readonly id: string;
  readonly personId?: string;
}
