import { reportContent } from '../../../areas/learn/cases/report-content.ts';
import type { CaseDocument } from '../../../areas/learn/cases/schema.ts';
import { inTurn, keeping } from '../../../areas/learn/drawings/index.ts';
import { type House, systemContext } from '../../../areas/system-context.ts';
import type { Language } from '../../../kernel/language.ts';
import type { ReportContent } from '../../../report/document/content.ts';
import { render } from '../../../report/document/render.ts';

/** Drawing takes a processor for seconds, and whoever asks has no account. */
const MOST_WAITING = 4;

export interface PagesOf {
  readonly house: House;
  readonly orgId: string;
  readonly now: Temporal.Instant;
  readonly document: CaseDocument;
  readonly language: Language;
}

/** The pages of a public edition as a report prints them; its figure is drawn once and kept. */
const contentOf = ({ house, orgId, now, document, language }: PagesOf): Promise<ReportContent> =>
  reportContent([document], language, {
    number: 'none',
    edition: 'public',
    draw: keeping(systemContext(house, orgId, now)),
  });

export const reviewFigures = (pages: PagesOf): Promise<readonly string[]> =>
  inTurn(`review ${pages.orgId}`, MOST_WAITING, async () =>
    ((await contentOf(pages)).cases[0]?.figures ?? []).map(({ svg }) => svg),
  );

export const reviewPdf = (pages: PagesOf): Promise<Buffer> =>
  inTurn(`review ${pages.orgId}`, MOST_WAITING, async () =>
    Buffer.from(await render(await contentOf(pages), 'pdf')),
  );
