import { Table, Text } from '@mantine/core';
import { scaleBand, scaleLinear } from '@visx/scale';
import { Bar, LinePath } from '@visx/shape';
import { useSpeech } from '../../language.tsx';
import { shownDate } from '../dates/rules.ts';
import { CHART } from './words.ts';

const WIDTH = 480;
const HEIGHT = 120;
const LEFT = 52;
const FOOT = 18;
const HEAD = 8;
const NOTCHES = 3;
/** So few days would be bars as wide as the page. */
const LEAST_DAYS = 14;

export interface DayValue {
  readonly day: string;
  readonly value: number;
  /** The value in words, where a figure alone says too little. */
  readonly said?: string;
}

export interface DayChartProps {
  readonly title: string;
  /** What the chart shows, in a sentence, for whoever cannot see it. */
  readonly summary: string;
  /** What a value is called in the table. */
  readonly unit: string;
  /** From the first to the last; a day nothing was noted on is not there. */
  readonly days: readonly DayValue[];
  /** Where the scale ends. */
  readonly most: number;
  readonly as: 'bars' | 'line';
  /** How the scale is written. */
  readonly notch?: (value: number) => string;
}

/** One figure a day, as bars or as a line; drawn in the colours of the theme, so that it prints, and told as a table too. */
export function DayChart({
  title,
  summary,
  unit,
  days,
  most,
  as,
  notch = (value) => value.toLocaleString(),
}: DayChartProps) {
  const { say, language } = useSpeech();
  const spare = Array.from({ length: Math.max(0, LEAST_DAYS - days.length) }, (_, i) => `spare ${i}`);
  const x = scaleBand({
    domain: as === 'bars' ? [...days.map(({ day }) => day), ...spare] : days.map(({ day }) => day),
    range: [LEFT, WIDTH],
    padding: 0.15,
  });
  const y = scaleLinear({ domain: [0, most], range: [HEAD + HEIGHT, HEAD] });
  const middle = (day: string): number => (x(day) ?? LEFT) + x.bandwidth() / 2;
  const worded = ({ value, said }: DayValue): string => said ?? value.toLocaleString();
  const dated = (day: string): string => shownDate(Temporal.PlainDate.from(day), language);
  const ends = days.length > 1 ? [days[0], days.at(-1)] : [days[0]];
  return (
    <figure style={{ margin: 0 }}>
      <Text fw={700}>{title}</Text>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEAD + HEIGHT + FOOT}`}
        width="100%"
        style={{ maxWidth: WIDTH }}
        role="img"
        aria-label={summary}
      >
        {y.ticks(NOTCHES).map((value) => (
          <g key={value}>
            <line x1={LEFT} x2={WIDTH} y1={y(value)} y2={y(value)} stroke="currentColor" opacity="0.2" />
            <text x={LEFT - 6} y={y(value) + 4} fontSize="11" textAnchor="end" fill="currentColor">
              {notch(value)}
            </text>
          </g>
        ))}
        {as === 'bars' ? (
          days.map((each) => (
            <Bar
              key={each.day}
              x={x(each.day)}
              y={y(each.value)}
              width={x.bandwidth()}
              height={Math.max(0, y(0) - y(each.value))}
              fill="var(--sonae-response)"
            >
              <title>{`${dated(each.day)}: ${worded(each)}`}</title>
            </Bar>
          ))
        ) : (
          <>
            <LinePath
              data={[...days]}
              x={({ day }) => middle(day)}
              y={({ value }) => y(value)}
              stroke="var(--sonae-response)"
              strokeWidth={2}
            />
            {days.map((each) => (
              <circle
                key={each.day}
                cx={middle(each.day)}
                cy={y(each.value)}
                r={2.5}
                fill="var(--sonae-response)"
              >
                <title>{`${dated(each.day)}: ${worded(each)}`}</title>
              </circle>
            ))}
          </>
        )}
        {ends.map(
          (each, at) =>
            each && (
              <text
                key={each.day}
                x={at === 0 ? LEFT : Math.min(WIDTH, middle(each.day) + x.bandwidth() / 2)}
                y={HEAD + HEIGHT + FOOT - 4}
                fontSize="11"
                fill="currentColor"
                textAnchor={at === 0 ? 'start' : 'end'}
              >
                {each.day.slice(5).replace('-', '/')}
              </text>
            ),
        )}
      </svg>
      <details>
        <summary>{say(CHART.asTable)}</summary>
        <Table maw={WIDTH}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{say(CHART.day)}</Table.Th>
              <Table.Th ta="end">{unit}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {days.map((each) => (
              <Table.Tr key={each.day}>
                <Table.Td>{dated(each.day)}</Table.Td>
                <Table.Td ta="end" className="figures">
                  {worded(each)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </details>
    </figure>
  );
}
