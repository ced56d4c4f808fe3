import type { Section, Writing } from '../writing.ts';

/** How work goes on without a system. */
export function fallbacksChapter({ source, say, table, aside, list }: Writing): Section {
  return {
    heading: say('fallbacks'),
    note: '',
    tables: source.fallbacks.map((fallback) =>
      table(
        fallback.name +
          aside(
            `${say('covers')}: ${list(fallback.covers.map((key) => source.systemNames.get(key) ?? key))}`,
          ),
        [
          ['step', 1],
          ['what', 11],
        ],
        [
          ...fallback.assumptions.map(({ was, now }) => ['', `${was} → ${now}`]),
          ...fallback.steps.map(({ text }, i) => [String(i + 1), text]),
          ...(fallback.staffing ? [['', `${say('staffing')}: ${fallback.staffing}`]] : []),
          ['', `${say('tested')}: ${fallback.testedOn ?? say('never')}`],
        ],
      ),
    ),
  };
}
