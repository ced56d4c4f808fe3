import type { Bilingual } from '../../../../kernel/language.ts';
import type { Line } from '../../../ledger/schema.ts';
import { SERVICE_STATE_WORDS, STATEMENT_KIND_WORDS } from '../../../respond/communications/words.ts';
import { nameInLine, STAGE_WORDS } from '../../../respond/regimes/words.ts';
import { TIME_WORDS } from '../../../respond/timeline/words.ts';
import { type About, at, byThing, each, number, ofKind, systemName, tell, word, wordOf } from './about.ts';
import { counted } from './noticing.ts';
import type { Told } from './schema.ts';
import { aside, bare, inRow, sentence, small } from './sentence.ts';
import { whenWords } from './when.ts';
import { AUDIENCE_SAID, BESIDE, PIECES, SAID } from './words.ts';

const audienceOf = (line: Line): Bilingual => wordOf(AUDIENCE_SAID, word(line, 'audience'));

function servicesOf(line: Line, about: About): Bilingual | undefined {
  const services = line.body['services'];
  if (!Array.isArray(services) || services.length === 0) return undefined;
  return inRow(
    (services as { service: string; state: string }[]).map(({ service, state }) => {
      const name = systemName(about, service);
      const words = wordOf(SERVICE_STATE_WORDS, state);
      return { ja: `${name} ${words.ja}`, en: `${name} ${words.en.toLowerCase()}` };
    }),
  );
}

/** What was said to whom, by which means, and what was kept from being said. */
export const tellStatements = (lines: readonly Line[], about: About): Told[] =>
  byThing(lines, (line) => word(line, 'statementId')).flatMap((ofOne): Told[] => {
    const withdrawn = ofKind(ofOne, 'statement.withdrawn')[0];
    const approvals = ofKind(ofOne, 'statement.approved');
    const making = ofKind(ofOne, 'statement.drafted', 'statement.approved');
    const sending = ofKind(ofOne, 'statement.sent');
    const [sent] = sending;
    const told: Told[] = [
      ...each('public', ofKind(ofOne, 'statement.refused'), SAID.stopped, (line) => ({
        audience: audienceOf(line),
      })),
      ...each('public', ofKind(ofOne, 'statement.update-missed'), SAID.updateMissed, (line) => ({
        audience: audienceOf(line),
      })),
      ...each('public', ofKind(ofOne, 'individuals.notified'), SAID.individuals, (line) => ({
        n: (number(line, 'count') ?? 0).toLocaleString('en'),
      })),
      ...each(
        'public',
        ofKind(ofOne, 'status.told'),
        SAID.subscribers,
        (line) => ({ n: (number(line, 'count') ?? 0).toLocaleString('en') }),
        { routine: true },
      ),
    ];
    const [first] = making;
    if (sent) {
      const outlet = word(sent, 'outlet');
      const promised = about.record.promises.get(word(sent, 'statementId'));
      const said = sentence(SAID.stated, {
        audience: audienceOf(sent),
        text: bare(word(sent, 'text'), 320),
        more: aside([
          [undefined, small(wordOf(STATEMENT_KIND_WORDS, word(sent, 'kind')))],
          [BESIDE.outlet, about.record.outlets.get(outlet) ?? outlet],
          [undefined, approvals.length > 0 ? counted(PIECES.approvals, approvals.length) : undefined],
          [BESIDE.services, servicesOf(sent, about)],
          [BESIDE.next, promised && whenWords({ at: promised, precision: sent.precision }, about.bases)],
        ]),
      });
      told.push(
        tell('public', [...sending, ...making], said, { key: `statement-${word(sent, 'statementId')}` }),
      );
    } else if (withdrawn)
      told.push(
        tell('public', [withdrawn, ...making], sentence(SAID.dropped, { audience: audienceOf(withdrawn) }), {
          routine: true,
        }),
      );
    else if (first)
      told.push(
        tell('public', making, sentence(SAID.drafted, { audience: audienceOf(first) }), { routine: true }),
      );
    return told;
  });

/** What was decided not to be said; the words themselves stand in no record that is read here. */
export const tellWithheld = (lines: readonly Line[]): Told[] =>
  lines.flatMap((line): Told[] => {
    if (line.kind !== 'withheld.set') return [];
    const words = line.body['lifted'] === true ? SAID.withheldLifted : SAID.withheldSet;
    return [tell('public', [line], sentence(words, { audience: audienceOf(line) }))];
  });

/** What people outside asked, and what they were answered. */
export const tellInquiries = (lines: readonly Line[], about: About): Told[] =>
  byThing(lines, (line) => word(line, 'inquiryId')).flatMap((ofOne): Told[] => {
    const [first] = ofOne;
    if (!first) return [];
    const answer = ofKind(ofOne, 'inquiry.answered').at(-1);
    const proposed = ofKind(ofOne, 'inquiry.proposed').at(-1);
    const audience = about.record.inquirers.get(word(first, 'inquiryId'));
    const question = ofOne.map((line) => word(line, 'question')).find(Boolean) ?? '';
    const more = aside([
      [undefined, proposed && sentence(PIECES.proposed, { when: at(about, proposed) })],
      [
        undefined,
        answer &&
          sentence(PIECES.answered, { when: at(about, answer), answer: bare(word(answer, 'answer'), 200) }),
      ],
    ]);
    return [
      tell(
        'public',
        ofOne,
        sentence(audience === undefined ? SAID.inquiry : SAID.inquiryFrom, {
          from: audience === undefined ? '' : wordOf(AUDIENCE_SAID, audience),
          question: bare(question, 200),
          more,
        }),
      ),
    ];
  });

const regimeOf = (line: Line): Bilingual => nameInLine(line.body);
const stageOf = (line: Line): Bilingual => {
  const { ja, en } = wordOf(STAGE_WORDS, word(line, 'stage'));
  return { ja, en: en.toLowerCase() };
};

/** What was owed to authorities, from which time, and whether it went out in time. */
export const tellReports = (lines: readonly Line[]): Told[] =>
  byThing(lines, (line) => word(line, 'reportId')).flatMap((ofOne): Told[] => {
    const opened = ofKind(ofOne, 'report.opened')[0];
    const submitted = ofKind(ofOne, 'report.submitted')[0];
    const dropped = ofKind(ofOne, 'report.not-needed')[0];
    const receipt = ofOne.map((line) => word(line, 'receipt')).findLast(Boolean);
    // What nothing starts says none.
    const fact = opened && word(opened, 'startFact');
    const start = [BESIDE.start, fact ? small(wordOf(TIME_WORDS, fact)) : undefined] as const;
    const [first] = ofOne;
    if (!first) return [];
    if (dropped) {
      const more = aside([[BESIDE.why, word(dropped, 'reason')]]);
      const others = ofOne.filter(({ seq }) => seq !== dropped.seq);
      return [
        tell(
          'authority',
          [dropped, ...others],
          sentence(SAID.reportNot, { regime: regimeOf(dropped), more }),
        ),
      ];
    }
    if (!submitted) {
      const more = aside([start, [undefined, PIECES.notSubmitted]]);
      return [
        tell(
          'authority',
          ofOne,
          sentence(SAID.reportOpen, { regime: regimeOf(first), stage: stageOf(first), more }),
        ),
      ];
    }
    const dueAt = opened && word(opened, 'dueAt');
    const inTime = dueAt
      ? Temporal.Instant.compare(submitted.at, Temporal.Instant.from(dueAt)) <= 0
      : undefined;
    const more = aside([
      start,
      [undefined, inTime === undefined ? undefined : inTime ? PIECES.inTime : PIECES.overdue],
      [BESIDE.receipt, receipt],
    ]);
    return [
      tell(
        'authority',
        [submitted, ...ofOne.filter(({ seq }) => seq !== submitted.seq)],
        sentence(SAID.report, { regime: regimeOf(submitted), stage: stageOf(submitted), more }),
      ),
    ];
  });

/** What another organisation and this one told each other. */
export const tellJoint = (lines: readonly Line[]): Told[] => [
  ...each('setting', ofKind(lines, 'joint.linked'), SAID.joint, (line) => ({
    name: bare(word(line, 'organisation'), 80),
  })),
  ...each('public', ofKind(lines, 'joint.told'), SAID.jointTold, (line) => ({
    name: bare(word(line, 'organisation'), 80),
    text: bare(word(line, 'text')),
  })),
  ...each('public', ofKind(lines, 'joint.heard'), SAID.jointHeard, (line) => ({
    name: bare(word(line, 'organisation'), 80),
    text: bare(word(line, 'text')),
  })),
  ...each(
    'public',
    ofKind(lines, 'joint.ended'),
    SAID.jointEnded,
    (line) => ({ name: bare(word(line, 'organisation'), 80) }),
    { routine: true },
  ),
];
