import './hour-bars.css';
import { Table } from '@mantine/core';
import { scaleBand, scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import { useSpeech } from '../../language.tsx';
import { clockTime } from '../time.tsx';
import { CHART } from './words.ts';

const WIDTH = 460;
const HEIGHT = 72;
const FOOT = 16;
/** What is there at all is to be seen beside a flood. */
const LEAST = 2;
const EVERY = 6;

export interface HourBarsProps {
  /** What the chart shows, in a sentence, for whoever cannot see it. */
  readonly summary: string;
  /** The layers of a bar from the bottom up, each with its word and the token of its colour. */
  readonly layers: readonly { readonly key: string; readonly word: string; readonly colour: string }[];
  readonly hours: readonly { readonly at: string; readonly values: Readonly<Record<string, number>> }[];
}

/** Counts by the hour, stacked; told as a table too. */
export function HourBars({ summary, layers, hours }: HourBarsProps) {
  const { say } = useSpeech();
  const sum = (values: Readonly<Record<string, number>>) =>
    layers.reduce((total, { key }) => total + (values[key] ?? 0), 0);
  const x = scaleBand({ domain: hours.map(({ at }) => at), range: [0, WIDTH], padding: 0.25 });
  const most = Math.max(4, ...hours.map(({ values }) => sum(values)));
  const y = scaleLinear({ domain: [0, most], range: [0, HEIGHT] });
  const shown = clockTime;
  return (
    <figure className="hour-bars">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + FOOT}`} role="img" aria-label={summary}>
        <line x1={0} x2={WIDTH} y1={HEIGHT} y2={HEIGHT} stroke="var(--sonae-line-strong)" />
        {hours.map(({ at, values }) => {
          let base = HEIGHT;
          return (
            <g key={at}>
              <title>
                {`${shown(at).slice(0, 5)} ${layers.map(({ key, word }) => `${word} ${values[key] ?? 0}`).join(', ')}`}
              </title>
              {layers.map(({ key, colour }) => {
                const value = values[key] ?? 0;
                if (value === 0) return null;
                const height = Math.max(LEAST, y(value));
                base -= height;
                return (
                  <Bar
                    key={key}
                    x={x(at)}
                    y={Math.max(0, base)}
                    width={x.bandwidth()}
                    height={height}
                    fill={`var(${colour})`}
                  />
                );
              })}
            </g>
          );
        })}
        {hours.map(({ at }, place) =>
          place % EVERY === 0 ? (
            <text key={at} x={x(at)} y={HEIGHT + FOOT - 3} fontSize="11" fill="var(--sonae-quiet)">
              {shown(at).slice(0, 5)}
            </text>
          ) : null,
        )}
      </svg>
      <figcaption>
        {layers.map(({ key, word, colour }) => (
          <span key={key}>
            <i style={{ background: `var(${colour})` }} aria-hidden />
            {word} {hours.reduce((total, { values }) => total + (values[key] ?? 0), 0).toLocaleString()}
          </span>
        ))}
      </figcaption>
      <details>
        <summary>{say(CHART.asTable)}</summary>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{say(CHART.hour)}</Table.Th>
              {layers.map(({ key, word }) => (
                <Table.Th key={key} ta="end">
                  {word}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {hours.map(({ at, values }) => (
              <Table.Tr key={at}>
                <Table.Td>{shown(at).slice(0, 5)}</Table.Td>
                {layers.map(({ key }) => (
                  <Table.Td key={key} ta="end">
                    {(values[key] ?? 0).toLocaleString()}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </details>
    </figure>
  );
}
