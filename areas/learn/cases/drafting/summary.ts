import type { Bilingual } from '../../../../kernel/language.ts';
import { fitTo } from '../../../../kernel/text.ts';
import { timesOf } from '../../../respond/timeline/rules.ts';
import type { CaseDocument } from '../schema.ts';
import { type About, ofKind } from './about.ts';
import { requestsOf } from './doing.ts';
import { systemsOf } from './noticing.ts';
import type { IncidentRecord } from './schema.ts';
import { bare, inRow, sentence } from './sentence.ts';
import { distance, spanWords } from './when.ts';

const TOLD = {
  what: { ja: '「{title}」が発生した。{systems}', en: '“{title}” occurred.{systems}' },
  systems: { ja: '影響を受けたシステムは、{list}である。', en: ' Affected systems: {list}.' },
  suspected: {
    ja: '影響の疑いのあるシステムは、{list}である。',
    en: ' Systems suspected to be affected: {list}.',
  },
  acts: { ja: '対処として、{list}を行った。', en: 'In response: {list}.' },
  hq: { ja: '対策本部の設置', en: 'headquarters set up' },
  decisions: { ja: '決定{n}件', en: 'decisions {n}' },
  statements: { ja: '発表{n}件', en: 'statements {n}' },
  reports: { ja: '官公庁などへの報告{n}件', en: 'reports to authorities {n}' },
  requests: { ja: '社外への依頼{n}件', en: 'external requests {n}' },
  over: { ja: '検知から{span}で復旧した。', en: 'It was restored {span} after detection.' },
  ended: { ja: '復旧を記録した。', en: 'It was recorded as restored.' },
} as const satisfies Record<string, Bilingual>;

const MOST_NAMED = 5;

/** The first of the names that may be said, and how many there are. */
function namesIn(words: Bilingual, all: readonly string[], { isWithheld }: IncidentRecord): Bilingual {
  const names = all.filter((name) => !isWithheld(name));
  if (names.length === 0) return { ja: '', en: '' };
  const list = inRow(names.slice(0, MOST_NAMED).map((name) => ({ ja: name, en: name })));
  const more =
    names.length > MOST_NAMED
      ? { ja: `など${names.length}件`, en: ` and others (${names.length})` }
      : { ja: '', en: '' };
  return sentence(words, { list: { ja: list.ja + more.ja, en: list.en + more.en } });
}

const joined = (all: readonly Bilingual[]): Bilingual => ({
  ja: all.map(({ ja }) => ja).join(''),
  en: all.map(({ en }) => en).join(''),
});

/** What happened, what was done and how it ended, counted from the record. */
export function summaryOf(about: About): Pick<CaseDocument, 'summary' | 'outline'> {
  const { record, bases } = about;
  if (record.restricted || record.isWithheld(record.title)) return { summary: [], outline: [] };
  const { lines } = record;
  const { affected, suspected } = systemsOf(record);
  const systems = [namesIn(TOLD.systems, affected, record), namesIn(TOLD.suspected, suspected, record)];
  const count = (words: Bilingual, n: number): Bilingual[] => (n > 0 ? [sentence(words, { n })] : []);
  const acts = [
    ...count(TOLD.hq, ofKind(lines, 'headquarters.set-up').length),
    ...count(TOLD.decisions, ofKind(lines, 'decision.recorded').length),
    ...count(TOLD.requests, requestsOf(about).length),
    ...count(TOLD.statements, ofKind(lines, 'statement.sent').length),
    ...count(TOLD.reports, ofKind(lines, 'report.submitted').length),
  ];
  const { restored } = timesOf(lines);
  const span = restored && distance(bases.noticed, restored, bases.zone);
  const what = sentence(TOLD.what, { title: bare(record.title, 120), systems: joined(systems) });
  const end =
    span && span.minutes > 0
      ? sentence(TOLD.over, { span: spanWords(span) })
      : restored
        ? TOLD.ended
        : undefined;
  const short = ({ ja, en }: Bilingual, most: number) => ({
    ja: fitTo(ja, most),
    en: fitTo(en, most * 2),
  });
  const all = [
    what,
    ...(acts.length > 0 ? [sentence(TOLD.acts, { list: inRow(acts, '; ') })] : []),
    ...(end ? [end] : []),
  ];
  return {
    summary: all.map((each) => short(each, 400)),
    outline: [what, ...(end ? [end] : [])].map((each) => short(each, 240)),
  };
}
