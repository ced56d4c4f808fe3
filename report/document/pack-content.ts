/** A table of the pack; widths are shares of the page. */
export interface PackTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
}

/** What people take along: tables under headings, dated, and not to be believed for ever. */
export interface PackContent {
  readonly language: 'ja' | 'en';
  readonly title: string;
  readonly organisation: string;
  /** `第3版 · 2026-11-24 10:30 (Asia/Tokyo)`, and the day after which it must be renewed. */
  readonly dated: string;
  readonly expires: string;
  readonly contentsHeading: string;
  readonly sections: readonly {
    readonly heading: string;
    readonly note: string;
    readonly tables: readonly PackTable[];
  }[];
}
