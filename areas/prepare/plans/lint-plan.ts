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
  unknown: { ja: '未定', en: 'not settled' },
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
        grave(`${at}.key`, `役割「${role.key}」が二度あります`, `Role “${role.key}” is there twice`),
      );
    if (role.personId === null && role.roster === null)
      found.push(grave(at, `「${role.name}」を担う人がいません`, `Nobody holds “${role.name}”`));
    if (role.roster !== null && !onRoster(role.roster).some(isHere))
      found.push(
        grave(
          `${at}.roster`,
          `「${role.name}」の当番表にだれもいません`,
          `Nobody is in the roster of “${role.name}”`,
        ),
      );
    if (role.personId !== null && role.deputyIds.includes(role.personId))
      found.push(grave(`${at}.deputyIds`, '本人が自分の代理になっています', 'A person is their own deputy'));
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
            `“${role.name}” and “${other.name}” must not be one person`,
          ),
        );
      else if ([...takersOf(role, people), ...role.deputyIds].some((personId) => theirs.has(personId)))
        found.push(
          light(
            `${at}.deputyIds`,
            `「${role.name}」と「${other.name}」を同じ人が代理や当番で担うことがあります`,
            `One person may come to hold both “${role.name}” and “${other.name}” as a deputy or on duty`,
          ),
        );
    }
    for (const personId of held)
      if (!isHere(personId))
        found.push(grave(at, `「${role.name}」に退任した人がいます`, `Somebody in “${role.name}” has left`));
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
        `${stale}人の連絡手段が、この半年確かめられていません`,
        `${stale} of the people have no contact route that was verified within half a year`,
      ),
    );
  return found;
}

const unknownRole = (path: string, key: string): Finding =>
  grave(path, `役割「${key}」はこの計画にありません`, `There is no role “${key}” in this plan`);

function ofSteps({ steps, roles }: Plan, people: PeopleKnown): Finding[] {
  if (steps.length === 0) return [grave('steps', '手順がありません', 'There is no step')];
  return steps.flatMap((step, i) => {
    const at = `steps.${i}`;
    const owner = roles.find(({ key }) => key === step.role);
    const deputy = step.deputy === null ? undefined : roles.find(({ key }) => key === step.deputy);
    return [
      ...(step.text === '' ? [grave(`${at}.text`, '手順の内容がありません', 'The step says nothing')] : []),
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
      ? grave(`${at}.deputy`, '代理がいません', 'There is no deputy')
      : grave(
          `${at}.deputy`,
          '担当も代理も同じ一人です。別の人を代理にしてください',
          'Owner and deputy come to one and the same person: name another',
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
        ? [light(path, '自動では選ばれません', 'It is never chosen by itself')]
        : [grave(path, '判断基準がありません', 'There is no criterion')];
    const read = readCriterion(when);
    if ('fault' in read)
      return [grave(path, `式を読めません：${read.fault}`, `Cannot be read: ${read.fault}`)];
    const firing = firingOf(when);
    if (firing === 'never') return [grave(path, '決して成り立ちません', 'It can never hold')];
    if (firing === 'always') return [grave(path, 'いつも成り立ちます', 'It always holds')];
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
              '招集する会議体が決められていません',
              'The body it convenes is not defined',
            ),
          ]),
      ...(levels.findIndex((each) => each.level === level) < i
        ? [grave(`levels.${i}.level`, `段階${level}が二度あります`, `Level ${level} is there twice`)]
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
          `There is no template “${template}”`,
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
      ? [grave(`templates.${i}.key`, 'ひな形が二度あります', 'The template is there twice')]
      : []),
    ...placeholdersOf(template)
      .filter((field) => !isPlaceholder(field))
      .map((field) =>
        grave(
          `templates.${i}.text`,
          `「{{${field}}}」という項目はありません。記録にない内容は {{ask.名前}} と書いてください`,
          `There is no field “{{${field}}}”; write {{ask.name}} for what its writer must say`,
        ),
      ),
  ]);
}

function ofSamples({ samples }: Plan, results: PlanCheck['samples']): Finding[] {
  const none: Bilingual = {
    ja: '基準を試す例がありません。公開する前に一つ以上書いてください',
    en: 'There is no sample; write at least one before publishing',
  };
  if (samples.length === 0) return [{ path: 'samples', grave: true, words: none }];
  return results.flatMap(({ name, passed, followed }, i) => {
    const unread = sampleInputs(samples[i] ?? { name, inputs: [], activates: true, level: 0 }).unread;
    if (unread.length > 0)
      return [
        grave(
          `samples.${i}.inputs`,
          `読めない値があります：${unread.join('、')}`,
          `These values cannot be read: ${unread.join(', ')}`,
        ),
      ];
    return passed
      ? []
      : [
          grave(
            `samples.${i}`,
            `例「${name}」の結果が違います（起動：${HOLDS_WORDS[followed.activates].ja}、段階：${followed.level}）`,
            `Sample “${name}” comes out otherwise (activates: ${HOLDS_WORDS[followed.activates].en}, level: ${followed.level})`,
          ),
        ];
  });
}
