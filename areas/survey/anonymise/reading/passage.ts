/** A stretch of words of a file, as a reader of the file gets at it. */
export interface Passage {
  readonly text: string;
  /** What it is to the file: text, metadata, bookmark, alt text, comment, a key. */
  readonly place: string;
  readonly page?: number;
  /** Passages of one flow follow each other: a name may begin in one and end in the next. */
  readonly flow: string;
}

/** What was read of a file, and what could not be: that is never taken for clean. */
export interface Reading {
  readonly passages: readonly Passage[];
  readonly unread: readonly string[];
}

export const nothingUnread = (passages: readonly Passage[]): Reading => ({ passages, unread: [] });

export const joined = (readings: readonly Reading[]): Reading => ({
  passages: readings.flatMap(({ passages }) => passages),
  unread: readings.flatMap(({ unread }) => unread),
});

/** A reading of what lies within another file, its places and flows told by where it lay. */
export const within = (where: string, { passages, unread }: Reading, page?: number): Reading => ({
  passages: passages.map((each) => ({
    ...each,
    place: `${where}: ${each.place}`,
    flow: `${where}: ${each.flow}`,
    ...(page !== undefined && { page }),
  })),
  unread: unread.map((each) => `${where}: ${each}`),
});
