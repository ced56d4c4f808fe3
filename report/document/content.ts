import type { Part } from '../../kernel/hedges.ts';
import type { Language } from '../../kernel/language.ts';

/** A text of a document, cut where doubt begins and ends. */
export type Said = readonly Part[];

/** One paragraph of a section, with the marks printed after it (how far a measure has come). */
export interface ContentItem {
  readonly lead?: Said;
  readonly text: Said;
  readonly marks: readonly string[];
  /** What else is told of it, a line each: times, what was expected, what became of it. */
  readonly notes: readonly string[];
  /** Facts that stand under it, by how surely they are causes of it. */
  readonly factors: readonly { readonly heading: string; readonly items: readonly ContentItem[] }[];
}

export interface ContentSection {
  readonly heading: string;
  readonly items: readonly ContentItem[];
}

export interface ContentFigure {
  readonly svg: string;
  readonly alt: string;
}

/** A case as it is printed: two pages, in one language. */
export interface CaseContent {
  /** Its number in the book. */
  readonly number: number;
  /** What it is grouped with, where a book has groups. */
  readonly group?: string;
  /** 事例3：…, Case 3: … */
  readonly heading: string;
  readonly summary: readonly Said[];
  readonly figures: readonly ContentFigure[];
  /** The labels of the figure as text, for those who do not see it. */
  readonly labels: {
    readonly heading: string;
    readonly items: readonly { tag: string; text: string }[];
    /** What of the figure no source states, in a sentence. */
    readonly inferred?: string;
  };
  readonly sections: readonly ContentSection[];
}

export interface OverviewRow {
  readonly number: number;
  readonly title: string;
  readonly outline: readonly Said[];
  readonly lessons: readonly Said[];
}

export interface OverviewGroup {
  readonly heading: string;
  readonly rows: readonly OverviewRow[];
}

/** One row of a table: what it is about, its cells, and what is drawn of it. */
export interface ContentRow {
  readonly name: string;
  readonly cells: readonly string[];
  /** Shares of the longest bar of the table, one after the other; the cells say the same in figures. */
  readonly bar?: readonly number[];
  /** A sum. */
  readonly total?: boolean;
}

/** Figures as a table, with bars beside them. */
export interface ContentTable {
  readonly heading: string;
  /** What it says of itself: the rule it is counted by, what is hidden in it. */
  readonly notes: readonly string[];
  /** Over the names, then over each cell. */
  readonly head: readonly string[];
  readonly rows: readonly ContentRow[];
}

/** Tables under one heading. */
export interface ContentTables {
  readonly heading: string;
  readonly tables: readonly ContentTable[];
}

/** Everything a document prints, resolved to one language; PDF, HTML, Markdown and JSON are made from it. */
export interface ReportContent {
  readonly language: Language;
  readonly title: string;
  /** Who issues it; the author the file names. */
  readonly issuer?: string;
  /** The day it is dated, as 2026-11-29. */
  readonly date?: string;
  /** Stands across every page of what is not final. */
  readonly draft?: string;
  /** What the summary of a case and the overview are called, for saying what is too long. */
  readonly summaryName: string;
  /** Said of a section that goes on in another column, of a table on another page. */
  readonly continued: string;
  /** Absent where a single case is printed. */
  readonly frame?: {
    /** Under the title of the cover: fiscal year, plan, day. */
    readonly cover: readonly { readonly name: string; readonly value: string }[];
    readonly contents: string;
    readonly front: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
    readonly overview: {
      readonly heading: string;
      readonly columns: readonly [string, string, string];
      readonly groups: readonly OverviewGroup[];
    };
    /** What was counted, and which case tells of what: between the cases and the glossary. */
    readonly tables?: readonly ContentTables[];
    readonly glossary: {
      readonly heading: string;
      readonly terms: readonly { readonly term: string; readonly meaning: string }[];
    };
    /** Lessons by theme, each with the number of its case. */
    readonly index: {
      readonly heading: string;
      readonly groups: readonly {
        readonly heading: string;
        readonly entries: readonly { readonly title: Said; readonly number: number }[];
      }[];
    };
  };
  readonly cases: readonly CaseContent[];
}
