import type { Language } from '../../../kernel/language.ts';
import { fillIn } from '../../../kernel/text.ts';
import type { PackContent } from '../../../report/document/pack-content.ts';
import { callsChapter } from './chapters/calls.ts';
import { dutyChapter } from './chapters/duty.ts';
import { fallbacksChapter } from './chapters/fallbacks.ts';
import { partiesChapter } from './chapters/parties.ts';
import { peopleChapter } from './chapters/people.ts';
import { plansChapter } from './chapters/plans.ts';
import { systemsChapter } from './chapters/systems.ts';
import type { PackSource } from './pack-source.ts';
import { PACK } from './words.ts';
import { type Section, writingOf } from './writing.ts';

/** The sections of the pack in one language; who is on duty comes first and changes by itself. */
export function composePack(source: PackSource, language: Language): { duty: Section; rest: Section[] } {
  const writing = writingOf(source, language);
  const chapters = [
    callsChapter,
    peopleChapter,
    partiesChapter,
    plansChapter,
    systemsChapter,
    fallbacksChapter,
  ];
  return { duty: dutyChapter(writing), rest: chapters.map((chapter) => chapter(writing)) };
}

/** The whole document of one version. */
export function packDocument(
  about: { readonly organisation: string; readonly timeZone: string },
  sections: readonly Section[],
  pack: { readonly version: number; readonly madeAt: Temporal.Instant; readonly expiresAt: Temporal.Instant },
  language: Language,
): PackContent {
  const local = (at: Temporal.Instant) => at.toZonedDateTimeISO(about.timeZone);
  const madeAt = `${local(pack.madeAt).toPlainDate()} ${local(pack.madeAt).toPlainTime().toString({ smallestUnit: 'minute' })} (${about.timeZone})`;
  return {
    language,
    title: PACK.title[language],
    organisation: about.organisation,
    dated: fillIn(PACK.dated[language], { version: pack.version, at: madeAt }),
    expires: fillIn(PACK.expires[language], { on: local(pack.expiresAt).toPlainDate().toString() }),
    contentsHeading: PACK.contents[language],
    sections,
  };
}
