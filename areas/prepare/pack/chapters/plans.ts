import { criterionWords } from '../../plans/rules.ts';
import { BODY_WORDS } from '../words.ts';
import type { Section, Writing } from '../writing.ts';

/** The plans in force: steps, levels and reports. */
export function plansChapter({
  source,
  language,
  say,
  nameOf,
  rosterName,
  table,
  aside,
  list,
}: Writing): Section {
  const criterion = (expression: string) => criterionWords(expression, language) ?? expression;
  return {
    heading: say('plans'),
    note: say('plansNote'),
    tables: source.plans.flatMap(({ plan, version }) => {
      const role = (key: string | null) => plan.roles.find((each) => each.key === key);
      const holder = (key: string): string => {
        const found = role(key);
        if (!found) return key;
        const held =
          found.personId !== null
            ? nameOf(found.personId)
            : found.roster === null
              ? ''
              : rosterName(found.roster);
        return [found.name, held].filter(Boolean).join('\n');
      };
      return [
        table(
          plan.name + aside(list([say('steps'), `v${version}`])),
          [
            ['step', 1],
            ['what', 8],
            ['who', 4],
            ['deputy', 3],
            ['limit', 2],
          ],
          plan.steps.map((step, i) => [
            String(i + 1),
            step.text,
            holder(step.role),
            step.deputy === null
              ? (role(step.role)?.deputyIds ?? []).map(nameOf).join('\n')
              : holder(step.deputy),
            step.limitMinutes > 0 ? say('minutes', { n: step.limitMinutes }) : '',
          ]),
        ),
        table(
          plan.name + aside(say('levels')),
          [
            ['step', 1],
            ['name', 4],
            ['when', 8],
            ['convene', 3],
          ],
          plan.levels.map(({ level, name, when, convene }) => [
            String(level),
            name,
            criterion(when),
            BODY_WORDS[convene]?.[language] ?? convene,
          ]),
        ),
        table(
          plan.name + aside(say('reports')),
          [
            ['to', 5],
            ['when', 8],
            ['within', 3],
          ],
          plan.reports.map(({ to, when, withinMinutes }) => [
            to,
            criterion(when),
            say('minutes', { n: withinMinutes }),
          ]),
        ),
      ].filter(({ rows }) => rows.length > 0);
    }),
  };
}
