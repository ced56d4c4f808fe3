import { Card, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language.tsx';
import type { CountBar } from '../../ui/charts/count-bars.tsx';
import { LazyCountBars } from '../../ui/charts/lazy.ts';
import { Part } from '../../ui/part.tsx';
import { STATISTICS } from './words.ts';

/** What somebody may be led to from a number, or nothing. */
export type Narrow = Readonly<Record<string, string | number>>;
export type Show = ((title: string, narrow: Narrow) => void) | undefined;

/** A count: it leads to its reports for whoever may read them. */
export function Count({
  n,
  name,
  narrow,
  show,
}: {
  n: number | null;
  name: string;
  narrow?: Narrow;
  show: Show;
}) {
  const { say } = useSpeech();
  if (n === null) return <span>–</span>;
  if (!show || !narrow || n === 0) return <span>{n.toLocaleString()}</span>;
  return (
    <button
      type="button"
      className="statistics-number"
      aria-label={say(STATISTICS.openReports, { name, n })}
      onClick={() => show(name, narrow)}
    >
      {n.toLocaleString()}
    </button>
  );
}

/** One figure: its chart, the table behind it and the rule both are counted by. */
export function Figure({
  title,
  bars,
  rule,
  wide = false,
  children,
}: {
  title: string;
  bars: readonly CountBar[];
  rule: string;
  wide?: boolean;
  children: ReactNode;
}) {
  const { say } = useSpeech();
  return (
    <Card component="section" aria-label={title} className={wide ? 'statistics-wide' : undefined}>
      <Stack gap="xs">
        <Title order={2}>{title}</Title>
        {bars.length > 0 && (
          <Part height={bars.length * 22}>
            <LazyCountBars summary={say(STATISTICS.charted, { title })} bars={bars} />
          </Part>
        )}
        <div className="statistics-table">{children}</div>
        <Text className="statistics-rule">{rule}</Text>
      </Stack>
    </Card>
  );
}

export interface Line {
  readonly key: string;
  readonly name: string;
  readonly cells: readonly ReactNode[];
}

export function CountTable({
  heads,
  lines,
  foot,
}: {
  heads: readonly string[];
  lines: readonly Line[];
  foot?: Line;
}) {
  const cells = ({ key, name, cells: all }: Line) => (
    <tr key={key}>
      <th scope="row">{name}</th>
      {all.map((cell, at) => (
        <td key={heads[at + 1] ?? at}>{cell}</td>
      ))}
    </tr>
  );
  return (
    <table>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{lines.map(cells)}</tbody>
      {foot && <tfoot>{cells(foot)}</tfoot>}
    </table>
  );
}
