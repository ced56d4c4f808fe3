import { type Judged, judge } from './criteria.ts';
import type { Followed, Inputs, Plan } from './schema.ts';

/** What a plan says of an incident for what is known of it; the same inputs always give the same answer (Y15). */
export function followPlan(plan: Plan, inputs: Inputs): Followed {
  const asked: Judged[] = [];
  const ask = (expression: string) => {
    const judged = judge(expression, inputs);
    asked.push(judged);
    return judged.holds;
  };
  const activates = ask(plan.activation);
  const reached = plan.levels.toSorted((a, b) => b.level - a.level).find(({ when }) => ask(when) === 'yes');
  const reports = plan.reports.map(({ to, when, withinMinutes, template }) => ({
    to,
    due: ask(when),
    withinMinutes,
    template,
  }));
  return {
    activates,
    level: reached?.level ?? 0,
    convene: reached?.convene ?? null,
    reports,
    missing: [...new Set(asked.flatMap(({ missing }) => missing))],
  };
}
