import { ASSET_FILES } from './asset-files.ts';
import { ATTACHMENT_FILES } from './attachment-files.ts';
import { AUDIT_FILES } from './audit-files.ts';
import { BOARD_FILES } from './board-files.ts';
import { CASE_FILES } from './case-documents.ts';
import type { FileRoute } from './file-route.ts';
import { MARK_FILES } from './mark-files.ts';
import { PACK_FILES } from './pack-files.ts';
import { PACKAGE_FILES } from './package-files.ts';
import { PUBLICATION_FILES } from './publication-files.ts';
import { REPORT_FILES } from './report-files.ts';
import { REVIEW_FILES } from './review-files.ts';
import { SELECTION_FILES } from './selection-files.ts';
import { SOURCE_FILES } from './source-files.ts';
import { STATISTICS_FILES } from './statistics-files.ts';
import { SURVEY_FORM_FILES } from './survey-form-files.ts';

/** Every address that gives or takes a file; the description of the API lists them beside the table of routes. */
export const FILE_ROUTES: readonly FileRoute[] = [
  ...ASSET_FILES,
  ...MARK_FILES,
  ...PACK_FILES,
  ...CASE_FILES,
  ...BOARD_FILES,
  ...ATTACHMENT_FILES,
  ...REPORT_FILES,
  ...SOURCE_FILES,
  ...SURVEY_FORM_FILES,
  ...AUDIT_FILES,
  ...SELECTION_FILES,
  ...STATISTICS_FILES,
  ...PACKAGE_FILES,
  ...REVIEW_FILES,
  ...PUBLICATION_FILES,
];
