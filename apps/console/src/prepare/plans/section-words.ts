import type { Bilingual } from '../../../../../kernel/language.ts';
import { FIELD_WORDS } from '../registers/words.ts';
import type { Section } from './sections.ts';

export const SECTION_WORDS: Readonly<Record<Section, Bilingual>> = {
  overview: { ja: '概要', en: 'Overview' },
  criteria: { ja: '適用条件', en: 'When it applies' },
  roles: FIELD_WORDS.roles,
  steps: FIELD_WORDS.steps,
  levels: { ja: '段階・会議体', en: 'Levels and bodies' },
  reports: FIELD_WORDS.reports,
  templates: FIELD_WORDS.templates,
  audiences: FIELD_WORDS.audiences,
  samples: FIELD_WORDS.samples,
};
