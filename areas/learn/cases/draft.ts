import type { Bilingual } from '../../../kernel/language.ts';
import { fitTo } from '../../../kernel/text.ts';
import type { FigureData } from '../../../report/figure/schema.ts';
import { newestEdition } from './causes/rules.ts';
import type { About } from './drafting/about.ts';
import { causeGroupOf } from './drafting/causes.ts';
import { figureOf } from './drafting/figure.ts';
import { sectionsOf } from './drafting/paragraphs.ts';
import { questionsOf } from './drafting/questions.ts';
import { tellCourse } from './drafting/recovery.ts';
import type { IncidentRecord, Told, Topic } from './drafting/schema.ts';
import { summaryOf } from './drafting/summary.ts';
import { tellAll } from './drafting/threads.ts';
import { basesOf } from './drafting/when.ts';
import { type CaseDocument, caseDocument } from './schema.ts';

/** What sums up others is no more shown by their labels. */
const UNSHOWN: ReadonlySet<Topic> = new Set(['setting', 'course', 'left']);

function aboutOf(record: IncidentRecord): About {
  const bases = basesOf(record.lines, record.zone);
  if (!bases) throw new Error('an incident without a line');
  return { record, bases };
}

/** The figure of a draft without the draft. */
export const draftedFigure = (record: IncidentRecord): FigureData => figureOf(aboutOf(record)).figure;

/** Its own, unless that may not be said. */
function titleOf({ number, title, isWithheld }: IncidentRecord): Bilingual {
  if (isWithheld(title)) return { ja: `インシデント#${number}`, en: `Incident #${number}` };
  const own = fitTo(title.trim(), 120) || '—';
  return { ja: own, en: own };
}

/**
 * A first draft from an incident: everything its record says in its place, each claim with the lines that say it and as
 * certain as they are; what the record cannot know as a named question.
 */
export function draftOf(record: IncidentRecord): CaseDocument {
  const about = aboutOf(record);
  const { bases } = about;
  const { figure, labels } = figureOf(about);
  const all = ({ seqs }: Told): number[] => seqs.flatMap((seq) => record.standsFor.get(seq) ?? [seq]);
  const told = [...tellAll(about), ...tellCourse(about)].map((said): Told => {
    const each = record.standsFor.size > 0 ? { ...said, seqs: all(said) } : said;
    if (UNSHOWN.has(each.topic)) return each;
    const shown = [...new Set(each.seqs.flatMap((seq) => labels.get(seq) ?? []))];
    return shown.length > 0 ? { ...each, labels: shown } : each;
  });
  const { sections, beyond } = sectionsOf(told, bases, record);
  const drafted: CaseDocument = caseDocument.parse({
    id: `incident-${record.number}`,
    causeGroup: causeGroupOf(record.lines),
    causeEdition: newestEdition().edition,
    title: titleOf(record),
    ...summaryOf(about),
    figure,
    sections,
  });
  return { ...drafted, questions: questionsOf(about, drafted, beyond) };
}
