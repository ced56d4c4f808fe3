import type { Bilingual } from '../../kernel/language.ts';
import type { CaseState } from '../learn/cases/schema.ts';
import type { IMPROVEMENT_STATES } from '../learn/improvements/schema.ts';
import type { AssetKind } from '../prepare/assets/schema.ts';
import { ASSET_WORDS } from '../prepare/assets/words.ts';
import { REGISTER_NAMES, REGISTERS, type RegisterName } from '../prepare/register-kinds/words.ts';
import type { IncidentState } from '../respond/incidents/schema.ts';
import type { Permission } from '../roles.ts';
import { CYCLE_STATE_WORDS, HEARING_STATE_WORDS, VERDICT_WORDS } from '../survey/terms/words.ts';
import type { Findable, FoundKind } from './schema.ts';

interface Finding {
  readonly name: Bilingual;
  /** Whoever may not see such things finds none. */
  readonly needs: Permission;
  /** Where the console shows one. */
  readonly address: (thing: Findable) => string;
  /** What a state of one is called. */
  readonly states?: Readonly<Record<string, Bilingual>>;
}

const said = encodeURIComponent;

/** A list that opens what it shows: narrowed to it, so that it is there however long the list is. */
const listed =
  (list: string) =>
  ({ titleJa, id }: Findable): string =>
    `${list}?search=${said(titleJa)}&open=${said(id)}`;

const INCIDENT: Readonly<Record<IncidentState, Bilingual>> = {
  open: { ja: '対応中', en: 'Open' },
  resolved: { ja: '復旧済み', en: 'Resolved' },
  closed: { ja: '終了', en: 'Closed' },
};
const CASE: Readonly<Record<CaseState, Bilingual>> = {
  draft: { ja: '下書き', en: 'Draft' },
  inReview: { ja: 'レビュー中', en: 'In review' },
  reviewed: { ja: 'レビュー済み', en: 'Reviewed' },
  withdrawn: { ja: '取り下げ', en: 'Withdrawn' },
};
const IMPROVEMENT: Readonly<Record<(typeof IMPROVEMENT_STATES)[number], Bilingual>> = {
  draft: { ja: '下書き', en: 'Draft' },
  planned: { ja: '予定', en: 'Planned' },
  done: { ja: '完了', en: 'Done' },
  dropped: { ja: '見送り', en: 'Dropped' },
};
const SYSTEM: Readonly<Record<AssetKind, Bilingual>> = ASSET_WORDS;

const entryOf = (register: RegisterName): Finding => ({
  name: REGISTERS[register].name,
  needs: 'register.read',
  address: ({ id }) =>
    register === 'plans' ? `/prepare/plans/${said(id)}` : `/prepare/registers/${register}?open=${said(id)}`,
});

/** Registers by their names: a new one is found without a line here. */
const ENTRIES = Object.fromEntries(REGISTER_NAMES.map((name) => [name, entryOf(name)])) as Readonly<
  Record<RegisterName, Finding>
>;

/** Everything that can be found, in the order in which it is shown; a kind that is left out does not compile. */
export const FINDINGS: Readonly<Record<FoundKind, Finding>> = {
  incident: {
    name: { ja: 'インシデント', en: 'Incidents' },
    needs: 'incident.read',
    address: ({ id }) => `/respond/incidents/${said(id)}`,
    states: INCIDENT,
  },
  person: {
    name: { ja: '利用者', en: 'People' },
    needs: 'person.read',
    address: ({ titleJa }) => `/prepare/people?search=${said(titleJa)}`,
  },
  system: {
    name: { ja: 'システム', en: 'Systems' },
    needs: 'register.read',
    address: ({ id }) => `/prepare/systems?open=${said(id)}`,
    states: SYSTEM,
  },
  ...ENTRIES,
  case: {
    name: { ja: '事例', en: 'Cases' },
    needs: 'case.read',
    address: ({ id }) => `/learn/cases/${said(id)}`,
    states: CASE,
  },
  lesson: {
    name: { ja: '教訓', en: 'Lessons' },
    needs: 'case.read',
    address: listed('/learn/lessons'),
  },
  improvement: {
    name: { ja: '改善策', en: 'Improvements' },
    needs: 'case.read',
    address: listed('/learn/improvements'),
    states: IMPROVEMENT,
  },
  source: {
    name: { ja: '受信元', en: 'Sources' },
    needs: 'source.read',
    address: ({ titleJa }) => `/settings/sources?search=${said(titleJa)}`,
  },
  heartbeat: {
    name: { ja: '死活監視', en: 'Heartbeats' },
    needs: 'source.read',
    address: ({ titleJa }) => `/detect/heartbeats?search=${said(titleJa)}`,
  },
  rule: {
    name: { ja: '宣言ルール', en: 'Rules' },
    needs: 'rule.read',
    address: ({ titleJa }) => `/respond/rules?search=${said(titleJa)}`,
  },
  'survey-report': {
    name: { ja: '情報連絡', en: 'Information reports' },
    needs: 'survey.intake',
    address: ({ id }) => `/survey/reports/${said(id)}`,
    states: VERDICT_WORDS,
  },
  'survey-cycle': {
    name: { ja: '年度の調査', en: 'Surveys' },
    needs: 'survey.read',
    address: ({ id }) => `/survey/cycles/${said(id)}`,
    states: CYCLE_STATE_WORDS,
  },
  'survey-operator': {
    name: { ja: '調査対象の事業者', en: 'Survey operators' },
    needs: 'survey.intake',
    address: listed('/survey/operators'),
  },
  'survey-hearing': {
    name: { ja: 'ヒアリング', en: 'Hearings' },
    needs: 'survey.intake',
    address: ({ id }) => `/survey/hearings/${said(id)}`,
    states: HEARING_STATE_WORDS,
  },
};
export const FOUND_KINDS = Object.keys(FINDINGS) as readonly FoundKind[];
