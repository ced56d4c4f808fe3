import { BANDS } from '../../calendars/schema.ts';
import { CAUSES } from '../../calling/schema.ts';
import { BAND_WORDS, CAUSE_WORDS } from '../words.ts';
import type { Section, Writing } from '../writing.ts';

/** Who is called for what, and when. */
export function callsChapter({
  source,
  language,
  say,
  nameOf,
  reachOf,
  rosterName,
  table,
  aside,
}: Writing): Section {
  return {
    heading: say('calls'),
    note: say('callsNote'),
    tables: CAUSES.flatMap((cause) =>
      BANDS.map((band) => {
        const tree = source.callTrees.find((each) => each.cause === cause && each.band === band);
        const caption = `${CAUSE_WORDS[cause][language]} × ${BAND_WORDS[band][language]}`;
        const there = (tree?.siteSteps ?? []).map((step) => ({
          ...step,
          at: `${aside(source.systemNames.get(step.site) ?? step.site).trimStart()}\n`,
        }));
        const all = (tree?.steps ?? []).map((step) => ({ ...step, at: '' }));
        const rows = [...there, ...all].map(({ at, personId, roster, deputyIds }, i) => [
          String(i + 1),
          at +
            (personId !== null
              ? `${nameOf(personId)}\n${reachOf(personId)}`
              : roster === null
                ? '—'
                : rosterName(roster)),
          deputyIds.map((id) => `${nameOf(id)}\n${reachOf(id)}`).join('\n'),
        ]);
        return table(
          caption,
          [
            ['step', 1],
            ['who', 6],
            ['deputy', 6],
          ],
          rows.length > 0 ? rows : [['', say('noTree'), '']],
        );
      }),
    ),
  };
}
