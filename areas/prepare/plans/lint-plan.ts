import type { Bilingual } from '../../../kernel/language.ts';
import { firingOf, readCriterion } from './criteria.ts';
import { followPlan } from './follow-plan.ts';
import { isPlaceholder, placeholdersOf, sampleInputs } from './rules.ts';
import type { Finding, Holds, Plan, PlanCheck, PlanRole } from './schema.ts';

/** What a plan is checked against besides itself. */
export interface PeopleKnown {
  readonly isHere: (personId: string) => boolean;
  /** Whether a way to reach the person was proven to work lately. */
  readonly isFresh: (personId: string) => boolean;
  /** Everybody who may be on by a roster. */
  readonly onRoster: (roster: string) => readonly string[];
}

/** Who takes a role at first: the person, and whoever may be on by its roster. */
const takersOf = (role: PlanRole, { onRoster }: PeopleKnown): readonly string[] => [
  ...(role.personId === null ? [] : [role.personId]),
  ...(role.roster === null ? [] : onRoster(role.roster)),
];
/** Everybody a role may come to: a roster is as many people as stand in it, and one person in two places is one. */
const peopleOfRole = (role: PlanRole, people: PeopleKnown): ReadonlySet<string> =>
  new Set([...takersOf(role, people), ...role.deputyIds].filter(people.isHere));

const HOLDS_WORDS: { readonly [H in Holds]: Bilingual } = {
  yes: { ja: 'される', en: 'yes' },
  no: { ja: 'されない', en: 'no' },
  unknown: { ja: '未定', en: 'undetermined' },
};
const grave = (path: string, ja: string, en: string): Finding => ({ path, grave: true, words: { ja, en } });
const light = (path: string, ja: string, en: string): Finding => ({ path, grave: false, words: { ja, en } });

/** Everything that would make a plan fail when it is followed, and how its samples come out (C3-L2, C6-B2, Y14). */
export function lintPlan(plan: Plan, people: PeopleKnown): PlanCheck {
  const samples = plan.samples.map((sample) => {
    const { inputs, unread } = sampleInputs(sample);
    const followed = followPlan(plan, inputs);
    const passed =
      unread.length === 0 &&
      (followed.activates === 'yes') === sample.activates &&
      followed.level === sample.level;
    return { name: sample.name, passed, followed };
  });
  return {
    findings: [
      ...ofRoles(plan, people),
      ...ofSteps(plan, people),
      ...ofCriteria(plan),
      ...ofBodies(plan),
      ...ofReports(plan),
      ...ofTemplates(plan),
      ...ofSamples(plan, samples),
    ],
    samples,
  };
}

/** Whether two roles are sure to come to one person at some hour: one and the same person, roster, or who is on by it. */
function meet(one: PlanRole, other: PlanRole, people: PeopleKnown): boolean {
  if (one.roster !== null && one.roster === other.roster) return true;
  const [ours, theirs] = [new Set(takersOf(one, people)), new Set(takersOf(other, people))];
  const both = [...ours].filter((id) => theirs.has(id));
  // Two rosters of several may share people and never have them on at once.
  return both.some(
    (id) => id === one.personId || id === other.personId || ours.size === 1 || theirs.size === 1,
  );
}

function ofRoles({ roles }: Plan, people: PeopleKnown): Finding[] {
  const { isHere, isFresh, onRoster } = people;
  const found: Finding[] = [];
  const keys = roles.map(({ key }) => key);
  roles.forEach((role, i) => {
    const at = `roles.${i}`;
    const held = [...(role.personId === null ? [] : [role.personId]), ...role.deputyIds];
    if (keys.indexOf(role.key) < i)
      found.push(
        grave(`${at}.key`, `役割「${role.key}」が重複しています`, `Role “${role.key}” appears twice`),
      );
    if (role.personId === null && role.roster === null)
      found.push(grave(at, `「${role.name}」の担当がいません`, `No one is assigned to “${role.name}”`));
    if (role.roster !== null && !onRoster(role.roster).some(isHere))
      found.push(
        grave(
          `${at}.roster`,
          `「${role.name}」の当番シフト表に該当者がいません`,
          `No one is on the roster of “${role.name}”`,
        ),
      );
    if (role.personId !== null && role.deputyIds.includes(role.personId))
      found.push(
        grave(`${at}.deputyIds`, '本人が自身の代理に指定されています', 'A person is their own deputy'),
      );
    for (const apart of role.apartFrom)
      if (!keys.includes(apart)) found.push(unknownRole(`${at}.apartFrom`, apart));
    // Declared on either side, and for deputies too: each pair is looked at once, at the later of the two.
    for (const other of roles.slice(0, i)) {
      if (!role.apartFrom.includes(other.key) && !other.apartFrom.includes(role.key)) continue;
      const theirs = new Set([...takersOf(other, people), ...other.deputyIds]);
      if (meet(role, other, people))
        found.push(
          grave(
            `${at}.${role.personId === null ? 'roster' : 'personId'}`,
            `「${role.name}」と「${other.name}」は別の人が担う必要があります`,
            `“${role.name}” and “${other.name}” must be held by different people`,
          ),
        );
      else if ([...takersOf(role, people), ...role.deputyIds].some((personId) => theirs.has(personId)))
        found.push(
          light(
            `${at}.deputyIds`,
            `「${role.name}」と「${other.name}」を、同じ人が代理や当番として兼務する可能性があります`,
            `One person may end up holding both “${role.name}” and “${other.name}” as a deputy or on call`,
          ),
        );
    }
    for (const personId of held)
      if (!isHere(personId))
        found.push(grave(at, `「${role.name}」に退任した人がいます`, `Someone in “${role.name}” has left`));
  });
  const stale = new Set(
    roles
      .flatMap(({ personId, deputyIds }) => [...(personId === null ? [] : [personId]), ...deputyIds])
      .filter((personId) => isHere(personId) && !isFresh(personId)),
  ).size;
  if (stale > 0)
    found.push(
      light(
        'roles',
        `${stale}人の連絡手段が、半年以上確認されていません`,
        `${stale} people have no contact route verified within six months`,
      ),
    );
  return found;
}

const unknownRole = (path: string, key: string): Finding =>
  grave(path, `役割「${key}」はこの計画にありません`, `The plan has no role “${key}”`);

function ofSteps({ steps, roles }: Plan, people: PeopleKnown): Finding[] {
  if (steps.length === 0) return [grave('steps', '手順がありません', 'There are no steps')];
  return steps.flatMap((step, i) => {
    const at = `steps.${i}`;
    const owner = roles.find(({ key }) => key === step.role);
    const deputy = step.deputy === null ? undefined : roles.find(({ key }) => key === step.deputy);
    return [
      ...(step.text === '' ? [grave(`${at}.text`, '手順の内容が未入力です', 'The step is empty')] : []),
      ...(owner ? [] : [unknownRole(`${at}.role`, step.role)]),
      ...(step.deputy !== null && !deputy ? [unknownRole(`${at}.deputy`, step.deputy)] : []),
      ...restsOnOne(at, step.deputy, owner, deputy, people),
      ...(step.deputy === step.role
        ? [grave(`${at}.deputy`, '担当と代理が同じです', 'Owner and deputy are the same')]
        : []),
    ];
  });
}

/** A step has a deputy where two different people can come to it; one who stands in for themselves is none. */
function restsOnOne(
  at: string,
  wanted: string | null,
  owner: PlanRole | undefined,
  deputy: PlanRole | undefined,
  people: PeopleKnown,
): Finding[] {
  // What is not there is said of itself.
  if (!owner || (wanted !== null && (!deputy || deputy === owner))) return [];
  const held = new Set(
    [owner, ...(deputy ? [deputy] : [])].flatMap((role) => [...peopleOfRole(role, people)]),
  );
  if (held.size > 1 || (held.size === 0 && wanted !== null)) return [];
  return [
    wanted === null
      ? grave(`${at}.deputy`, '代理がいません', 'The deputy is missing')
      : grave(
          `${at}.deputy`,
          '担当と代理が同じ人です。別の人を代理に指定してください',
          'Owner and deputy are the same person. Choose another deputy',
        ),
  ];
}

function ofCriteria({ activation, levels, reports }: Plan): Finding[] {
  const all = [
    { path: 'activation', when: activation },
    ...levels.map(({ when }, i) => ({ path: `levels.${i}.when`, when })),
    ...reports.map(({ when }, i) => ({ path: `reports.${i}.when`, when })),
  ];
  return all.flatMap(({ path, when }): Finding[] => {
    if (when === '')
      return path === 'activation'
        ? [light(path, '自動では適用されません', 'It is never applied automatically')]
        : [grave(path, '判断基準が未設定です', 'The criterion is missing')];
    const read = readCriterion(when);
    if ('fault' in read)
      return [grave(path, `式を読み取れません：${read.fault}`, `Cannot read the expression: ${read.fault}`)];
    const firing = firingOf(when);
    if (firing === 'never') return [grave(path, '条件を満たすことがありません', 'It can never match')];
    if (firing === 'always') return [grave(path, '条件を常に満たします', 'It always matches')];
    return [];
  });
}

function ofBodies({ bodies, levels, roles }: Plan): Finding[] {
  const known = (key: string) => roles.some((role) => role.key === key);
  return [
    ...bodies.flatMap(({ chair, members }, i) => [
      ...(known(chair) ? [] : [unknownRole(`bodies.${i}.chair`, chair)]),
      ...members.filter((key) => !known(key)).map((key) => unknownRole(`bodies.${i}.members`, key)),
    ]),
    ...levels.flatMap(({ convene, level }, i) => [
      ...(bodies.some(({ kind }) => kind === convene)
        ? []
        : [
            grave(
              `levels.${i}.convene`,
              '招集する会議体が定義されていません',
              'The body to convene is not defined',
            ),
          ]),
      ...(levels.findIndex((each) => each.level === level) < i
        ? [grave(`levels.${i}.level`, `段階${level}が重複しています`, `Level ${level} appears twice`)]
        : []),
    ]),
  ];
}

function ofReports({ reports, templates, audiences, roles }: Plan): Finding[] {
  return [
    ...reports
      .map(({ template }, i) => ({ template, i }))
      .filter(({ template }) => !templates.some(({ key }) => key === template))
      .map(({ template, i }) =>
        grave(
          `reports.${i}.template`,
          `ひな形「${template}」がありません`,
          `The template “${template}” does not exist`,
        ),
      ),
    ...audiences
      .map(({ approver }, i) => ({ approver, i }))
      .filter(({ approver }) => !roles.some(({ key }) => key === approver))
      .map(({ approver, i }) => unknownRole(`audiences.${i}.approver`, approver)),
  ];
}

function ofTemplates({ templates }: Plan): Finding[] {
  return templates.flatMap((template, i) => [
    ...(template.text === ''
      ? [grave(`templates.${i}.text`, 'ひな形が空です', 'The template is empty')]
      : []),
    ...(templates.findIndex(({ key }) => key === template.key) < i
      ? [grave(`templates.${i}.key`, 'ひな形が重複しています', 'The template appears twice')]
      : []),
    ...placeholdersOf(template)
      .filter((field) => !isPlaceholder(field))
      .map((field) =>
        grave(
          `templates.${i}.text`,
          `「{{${field}}}」という項目はありません。記録にない内容は {{ask.名前}} の形で記載してください`,
          `There is no field “{{${field}}}”. Use {{ask.name}} for text the author must enter`,
        ),
      ),
  ]);
}

function ofSamples({ samples }: Plan, results: PlanCheck['samples']): Finding[] {
  const none: Bilingual = {
    ja: '基準の試行例がありません。公開前に1つ以上登録してください',
    en: 'There are no samples. Add at least one before publishing',
  };
  if (samples.length === 0) return [{ path: 'samples', grave: true, words: none }];
  return results.flatMap(({ name, passed, followed }, i) => {
    const unread = sampleInputs(samples[i] ?? { name, inputs: [], activates: true, level: 0 }).unread;
    if (unread.length > 0)
      return [
        grave(
          `samples.${i}.inputs`,
          `読み取れない値があります：${unread.join('、')}`,
          `These values cannot be read: ${unread.join(', ')}`,
        ),
      ];
    return passed
      ? []
      : [
          grave(
            `samples.${i}`,
            `例「${name}」の結果が異なります（起動：${HOLDS_WORDS[followed.activates].ja}、段階：${followed.level}）`,
            `Sample “${name}” has a different result (activates: ${HOLDS_WORDS[followed.activates].en}, level: ${followed.level})`,
          ),
        ];
  });
}
