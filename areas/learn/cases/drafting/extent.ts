import type { Bilingual } from '../../../../kernel/language.ts';
import type { Line } from '../../../ledger/schema.ts';
import { timesOf } from '../../../respond/timeline/rules.ts';
import type { Estimate } from '../life/schema.ts';
import { type About, at, byThing, machines, number, systemName, tell, word, wordOf } from './about.ts';
import { readInputOf } from './inputs.ts';
import type { Told } from './schema.ts';
import { aside, inRow, sentence } from './sentence.ts';
import { caseTime, distance, durationOf, spanWords } from './when.ts';
import { BESIDE, PIECES, SAID, STATE_SAID } from './words.ts';

/** How each system stood and when, one sentence a system. */
export const tellSystems = (lines: readonly Line[], about: About): Told[] =>
  byThing(lines, (line) => word(line, 'asset')).map((ofSystem) => {
    const states = ofSystem.map((line) =>
      sentence(SAID.systemState, { when: at(about, line), state: wordOf(STATE_SAID, word(line, 'state')) }),
    );
    const [first] = ofSystem;
    const name = first ? systemName(about, word(first, 'asset')) : '';
    return {
      ...tell('systems', ofSystem, sentence(SAID.system, { name, states: inRow(states) }), {
        key: `system-${first ? word(first, 'asset') : ''}`,
      }),
      untimed: true,
    };
  });

/** How wide it was thought to reach, each number with its revisions. */
export const tellEstimates = (lines: readonly Line[], about: About): Told[] =>
  byThing(lines, (line) => word(line, 'input')).flatMap((ofInput): Told[] => {
    const input = ofInput[0] ? word(ofInput[0], 'input') : '';
    if (input === 'expectedOutageMinutes') return [tellOutage(ofInput, about)];
    const { name, value } = readInputOf(input);
    const values = ofInput.map((line) =>
      sentence(SAID.estimatedValue, { when: at(about, line), value: value(line.body['value']) }),
    );
    // A leak that is possible is no leak that is known.
    const doubtful = ofInput.find((line) => line.body['value'] === 'possible');
    const words = doubtful && value('possible');
    const told = sentence(SAID.estimated, { input: name, values: inRow(values, '; ') });
    return [
      {
        ...tell('extent', ofInput, {
          ...told,
          ...(words && { hedges: [{ id: 'h', certainty: 'possible' as const, words }] }),
        }),
        untimed: true,
      },
    ];
  });

const MOST_ESTIMATES = 12;

/** The end that was expected, as it was revised, and judged by the one that came. */
function tellOutage(lines: readonly Line[], about: About): Told {
  const { bases, record } = about;
  const times = timesOf(record.lines);
  const end = times.resumed ?? times.restored;
  const over = end && caseTime(end, bases);
  const from = bases.occurred ?? bases.noticed;
  const since = bases.occurred ? 'occurred' : 'noticed';
  const estimates = lines.flatMap((line): Estimate[] => {
    const minutes = number(line, 'value');
    const said = distance(from, line, bases.zone);
    if (minutes === undefined || !said || said.minutes < 0 || minutes < said.minutes) return [];
    const precision = said.precision === 'minute' ? {} : { precision: said.precision };
    return [
      { since, after: durationOf(said.minutes), expected: durationOf(Math.round(minutes)), ...precision },
    ];
  });
  const shown = estimates.length === lines.length && estimates.length <= MOST_ESTIMATES ? estimates : [];
  const spans = lines.map((line): Bilingual => {
    const minutes = number(line, 'value');
    const value: Bilingual =
      minutes === undefined
        ? PIECES.takenBack
        : spanWords({ minutes: Math.round(minutes), precision: 'minute' }, true);
    return sentence(SAID.estimatedValue, { when: at(about, line), value });
  });
  // What the estimates of the claim say, and how each was met, need not be said twice.
  const more = aside([[undefined, shown.length > 0 ? undefined : inRow(spans, '; ')]]);
  return tell('extent', lines, sentence(SAID.outage, { more }), {
    own: true,
    untimed: true,
    more: { estimates: shown, times: over && shown.length > 0 ? [over] : [] },
  });
}

/** How many were affected each time somebody looked. */
export function tellGrowth(lines: readonly Line[], about: About): Told[] {
  if (lines.length === 0) return [];
  const values = lines.map((line) =>
    sentence(SAID.estimatedValue, {
      when: at(about, line),
      value: machines(number(line, 'affected') ?? 0),
    }),
  );
  const notes = lines.map((line) => word(line, 'note')).filter(Boolean);
  const told = sentence(SAID.grown, { values: inRow(values, '; ') });
  const more = aside(notes.map((note) => [BESIDE.note, note] as const));
  return [
    {
      ...tell('extent', lines, { ...told, ja: told.ja + more.ja, en: told.en + more.en }),
      untimed: true,
    },
  ];
}
