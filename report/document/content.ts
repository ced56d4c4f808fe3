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
  readonly number: number;
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

/** Everything a document prints, resolved to one language; PDF, HTML, Markdown and JSON are made from it. */
export interface ReportContent {
  readonly language: Language;
  readonly title: string;
  /** What the summary of a case is called, for saying that it is too long. */
  readonly summaryName: string;
  /** Absent where a single case is printed. */
  readonly frame?: {
    readonly front: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
    readonly overview: {
      readonly heading: string;
      readonly columns: readonly [string, string, string];
      readonly groups: readonly OverviewGroup[];
    };
    readonly glossary: {
      readonly heading: string;
      readonly terms: readonly { readonly term: string; readonly meaning: string }[];
    };
  };
  readonly cases: readonly CaseContent[];
}
