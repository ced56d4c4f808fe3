import type { Language } from '../../kernel/language.ts';

/** One paragraph of a section, with the marks printed after it (certainty, state). */
export interface ContentItem {
  readonly lead?: string;
  readonly text: string;
  readonly marks: readonly string[];
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
  readonly summary: readonly string[];
  readonly figures: readonly ContentFigure[];
  /** The labels of the figure as text, for those who do not see it. */
  readonly labels: { readonly heading: string; readonly items: readonly { tag: string; text: string }[] };
  readonly sections: readonly ContentSection[];
}

export interface OverviewRow {
  readonly number: number;
  readonly title: string;
  readonly outline: readonly string[];
  readonly lessons: readonly string[];
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
