import { Text } from '@mantine/core';
import { SHEET_WORDS } from '../../../../../areas/survey/statistics/sheets/words.ts';
import { SHARE_WORDS, SPAN_WORDS } from '../../../../../areas/survey/statistics/words.ts';
import { useSpeech } from '../../language.tsx';
import { Count, CountTable, Figure, type Show } from './figure.tsx';
import { keyed, type Statistics, withinQuarter } from './narrowing.ts';
import { STATISTICS } from './words.ts';

interface Shown {
  readonly view: Statistics;
  readonly rule: string;
  readonly show: Show;
}

export function Types({ view, rule, show }: Shown) {
  const { say } = useSpeech();
  const { quarters, years, rows, totals } = view.eventTypes;
  const { selection } = view;
  const heads = [
    say(SHEET_WORDS.type),
    ...quarters.map(({ fiscalYear, quarter }) => say(SHEET_WORDS.quarter, { year: fiscalYear, quarter })),
    ...years.map((year) => say(SHEET_WORDS.year, { year })),
  ];
  const line = (row: typeof totals, name: string, key: string, narrow: ReturnType<typeof keyed>) => ({
    key,
    name,
    cells: [
      ...row.quarters.map((n, at) => (
        <Count
          key={heads[at + 1]}
          n={n}
          name={`${name} ${heads[at + 1]}`}
          show={narrow && show}
          narrow={{ ...narrow, ...withinQuarter(selection, at) }}
        />
      )),
      ...row.years.map((n, at) => <b key={years[at]}>{n.toLocaleString()}</b>),
    ],
  });
  return (
    <Figure
      wide
      title={say(SHEET_WORDS.types)}
      rule={rule}
      bars={rows.map(({ key, name, total }) => ({ key, name: say(name), count: total }))}
    >
      <CountTable
        heads={heads}
        lines={rows.map((row) => line(row, say(row.name), row.key, keyed('eventType', row.key)))}
        foot={line(totals, say(SHEET_WORDS.total), 'total', {})}
      />
    </Figure>
  );
}

export function Causes({ view: { causes }, rule, show }: Shown) {
  const { say } = useSpeech();
  const told = causes.rows.filter(({ count }) => count > 0);
  const keysOf = (group: string) => causes.rows.filter((row) => row.group === group).map(({ key }) => key);
  return (
    <Figure
      title={say(SHEET_WORDS.causes)}
      rule={`${rule} ${say(SHEET_WORDS.several)}`}
      bars={told
        .toSorted((a, b) => b.count - a.count)
        .map(({ key, name, count }) => ({ key, name: say(name), count }))}
    >
      <CountTable
        heads={[say(SHEET_WORDS.cause), say(SHEET_WORDS.count)]}
        lines={[
          ...causes.groups.map(({ key, name, count }) => ({
            key: `group ${key}`,
            name: say(STATISTICS.group, { name: say(name) }),
            cells: [
              <Count
                key="n"
                n={count}
                name={say(name)}
                show={show}
                narrow={{ causes: keysOf(key).join(',') }}
              />,
            ],
          })),
          ...told.map(({ key, name, count }) => ({
            key,
            name: say(name),
            cells: [<Count key="n" n={count} name={say(name)} show={show} narrow={{ causes: key }} />],
          })),
          {
            key: 'none',
            name: say(SHEET_WORDS.notTold),
            cells: [<Count key="n" n={causes.notTold} name="" show={undefined} />],
          },
        ]}
      />
    </Figure>
  );
}

export function Counts({
  title,
  head,
  rows,
  narrow,
  rule,
  show,
}: {
  title: string;
  head: string;
  rows: Statistics['sectors'];
  narrow: (key: string) => ReturnType<typeof keyed>;
  rule: string;
  show: Show;
}) {
  const { say } = useSpeech();
  return (
    <Figure
      title={title}
      rule={rule}
      bars={rows.map(({ key, name, count }) => ({ key, name: say(name), count }))}
    >
      <CountTable
        heads={[head, say(SHEET_WORDS.count)]}
        lines={rows.map(({ key, name, count }) => {
          const to = narrow(key);
          return {
            key,
            name: say(name),
            cells: [
              <Count
                key="n"
                n={count}
                name={say(name)}
                show={show}
                {...(to !== undefined && { narrow: to })}
              />,
            ],
          };
        })}
      />
    </Figure>
  );
}

export function Crossed({ view: { crossed, sectors, selection }, rule, show }: Shown) {
  const { say } = useSpeech();
  const hidden = <span className="quiet">{say(SHEET_WORDS.hidden)}</span>;
  return (
    <Figure
      wide
      title={say(SHEET_WORDS.crossed)}
      bars={[]}
      rule={`${rule} ${say(SHEET_WORDS.hiding, { k: selection.hideBelow })}`}
    >
      {crossed.withheld ? (
        <Text>{say(sectors.length === 0 ? STATISTICS.sectorsByYear : STATISTICS.withheld)}</Text>
      ) : (
        <CountTable
          heads={[
            say(SHEET_WORDS.sector),
            ...crossed.columns.map(({ name }) => say(name)),
            say(SHEET_WORDS.total),
          ]}
          lines={crossed.rows.map(({ key, name, cells, total }) => ({
            key,
            name: say(name),
            cells: [
              ...cells.map((n, at) => {
                const column = crossed.columns[at];
                if (n === null || !column) return hidden;
                const to = keyed('sector', key);
                const type = keyed('eventType', column.key);
                return (
                  <Count
                    key={column.key}
                    n={n}
                    name={`${say(name)} ${say(column.name)}`}
                    show={show}
                    {...(to && type && { narrow: { ...to, ...type } })}
                  />
                );
              }),
              total?.toLocaleString() ?? hidden,
            ],
          }))}
          foot={{
            key: 'total',
            name: say(SHEET_WORDS.total),
            cells: [...crossed.totals.map((n) => n?.toLocaleString() ?? hidden), ''],
          }}
        />
      )}
    </Figure>
  );
}

const UNITS = [
  { from: 86_400, word: STATISTICS.days },
  { from: 3_600, word: STATISTICS.hours },
  { from: 0, word: STATISTICS.minutes },
] as const;

export function Spans({ view: { spans, counted: all }, rule, show }: Shown) {
  const { say } = useSpeech();
  const length = (seconds: number): string => {
    const { from, word } = UNITS.find((unit) => seconds >= unit.from) ?? UNITS[2];
    return say(word, { n: (Math.round((seconds / (from || 60)) * 10) / 10).toLocaleString() });
  };
  const bin = ({ from, until }: { from: number; until: number | null }): string => {
    if (until === null) return say(STATISTICS.over, { from: length(from) });
    return from === 0
      ? say(STATISTICS.upTo, { until: length(until) })
      : say(STATISTICS.between, { from: length(from), until: length(until) });
  };
  return spans.map(({ span, counted, missing, coarse, quartiles, bins }) => (
    <Figure
      key={span}
      title={say(SPAN_WORDS[span])}
      rule={rule}
      bars={bins.map((each) => ({ key: String(each.from), name: bin(each), count: each.count }))}
    >
      <Text>
        {quartiles
          ? `${say(STATISTICS.middle)} ${length(quartiles[1])} · ${say(STATISTICS.quartiles)} ${length(quartiles[0])} – ${length(quartiles[2])}`
          : say(STATISTICS.noTimes)}
      </Text>
      <Text className="quiet">
        {say(STATISTICS.known, { of: all, counted })} · {say(STATISTICS.notKnown, { missing, coarse })}
      </Text>
      <CountTable
        heads={[say(STATISTICS.length), say(SHEET_WORDS.count)]}
        lines={bins.map((each) => ({
          key: String(each.from),
          name: bin(each),
          cells: [
            <Count
              key="n"
              n={each.count}
              name={`${say(SPAN_WORDS[span])} ${bin(each)}`}
              show={show}
              narrow={{ span, atLeast: each.from, ...(each.until !== null && { under: each.until }) }}
            />,
          ],
        }))}
      />
    </Figure>
  ));
}

export function Shares({ view: { shares, selection, causes }, rule, show }: Shown) {
  const { say } = useSpeech();
  const { hours, level } = selection;
  const malicious = causes.rows.filter((row) => row.malicious).map(({ key }) => key);
  const narrow = {
    onTime: { span: 'report', atLeast: 0, under: hours * 3_600 + 1 },
    reached: { says: 'reached' },
    malicious: { causes: malicious.join(',') },
    measures: { says: 'measures' },
    severe: { level },
    levelMissed: { says: 'levelMissed' },
  } as const;
  return (
    <Figure title={say(SHEET_WORDS.shares)} rule={rule} bars={[]}>
      <CountTable
        heads={[say(SHEET_WORDS.item), '%', say(SHEET_WORDS.count), say(SHEET_WORDS.of)]}
        lines={shares.map(({ share, count, of }) => {
          const name = say(SHARE_WORDS[share], { hours, level });
          return {
            key: share,
            name,
            cells: [
              of === 0 ? '–' : `${Math.round((count / of) * 1_000) / 10}`,
              <Count key="n" n={count} name={name} show={show} narrow={narrow[share]} />,
              of.toLocaleString(),
            ],
          };
        })}
      />
    </Figure>
  );
}

export function Years({ view: { years, eventTypes }, rule }: Shown) {
  const { say } = useSpeech();
  if (!years) return null;
  const named = years.map(({ from, until, total }) => ({
    key: from,
    name: `${from.replaceAll('-', '/')} – ${until.replaceAll('-', '/')}`,
    count: total,
  }));
  return (
    <Figure wide title={say(SHEET_WORDS.years)} rule={rule} bars={named}>
      <CountTable
        heads={[say(SHEET_WORDS.type), ...named.map(({ name }) => name)]}
        lines={eventTypes.rows.map(({ key, name }) => ({
          key,
          name: say(name),
          cells: years.map(({ types }) => (types[key] ?? 0).toLocaleString()),
        }))}
        foot={{
          key: 'total',
          name: say(SHEET_WORDS.total),
          cells: years.map(({ total }) => total.toLocaleString()),
        }}
      />
    </Figure>
  );
}
