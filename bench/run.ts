interface Bench {
  /** One line for who looks through the list. */
  readonly says: string;
  readonly run: () => Promise<() => Promise<void>>;
}

/** Each is read when it is run, so that a list needs nothing of them. */
const BENCHES: Readonly<Record<string, Bench>> = {
  board: {
    says: 'a recovery board of 36,000 machines, beside a bare table of the same rows',
    run: async () => (await import('./board.ts')).benchBoard,
  },
  consoles: {
    says: 'one entry reaching five hundred open consoles',
    run: async () => (await import('./consoles.ts')).benchConsoles,
  },
  escalation: {
    says: 'a thousand pages that nobody answers: how late the next person is asked',
    run: async () => (await import('./escalation.ts')).benchEscalation,
  },
  exchange: {
    says: 'a package from send to signed receipt between two servers, beside a bare post of the same bytes',
    run: async () => (await import('./exchange.ts')).benchExchange,
  },
  face: {
    says: 'how soon Now is drawn on a slow machine, and a key seen in a room of 2,000 lines, beside bare pages',
    run: async () => (await import('./face.ts')).benchFace,
  },
  figures: {
    says: 'the figures of nine cases, beside elkjs',
    run: async () => (await import('./figures.ts')).benchFigures,
  },
  find: {
    says: 'finding anything among 100,000 things, beside looking through every name',
    run: async () => (await import('./find.ts')).benchFind,
  },
  firmness: {
    says: 'how firm a set of 500 candidates is: 10,000 weightings, beside plain sorting',
    run: async () => (await import('./firmness.ts')).benchFirmness,
  },
  flood: {
    says: 'a flood of alerts, beside Alertmanager',
    run: async () => (await import('./flood.ts')).benchFlood,
  },
  forms: {
    says: 'a report form of 200 fields read back, beside read-excel-file',
    run: async () => (await import('./forms.ts')).benchForms,
  },
  graph: {
    says: 'what depends on what, beside graphology and PostgreSQL',
    run: async () => (await import('./graph.ts')).benchGraph,
  },
  headquarters: {
    says: 'the time to headquarters: 10,000 runs for each of 672 hours',
    run: async () => (await import('./headquarters.ts')).benchHeadquarters,
  },
  import: {
    says: '36,000 hosts from a file, beside COPY',
    run: async () => (await import('./import.ts')).benchImport,
  },
  'page-latency': {
    says: 'from an alert to its e-mail, beside Alertmanager',
    run: async () => (await import('./page-latency.ts')).benchPageLatency,
  },
  report: {
    says: 'the report of nine cases as PDF, beside Chromium',
    run: async () => (await import('./report.ts')).benchReport,
  },
  scan: {
    says: 'a report of 60 cases scanned for 2,000 entities, beside a plain search of the same bytes',
    run: async () => (await import('./scan.ts')).benchScan,
  },
  search: {
    says: 'text search, beside looking through every text',
    run: async () => (await import('./search.ts')).benchSearch,
  },
  signals: {
    says: 'changes among 10,000 open signals, beside Alertmanager',
    run: async () => (await import('./signals.ts')).benchSignals,
  },
  storm: {
    says: 'an alarm storm, an unrelated alarm in its middle, a minute away, fifty thousand silences',
    run: async () => (await import('./storm.ts')).benchStorm,
  },
  survey: {
    says: 'the desk and the statistics of 100,000 reports, beside plain SQL over a bare table',
    run: async () => (await import('./survey.ts')).benchSurvey,
  },
  site: {
    says: 'the public site of ten years of nine cases, with everything on it',
    run: async () => (await import('./site.ts')).benchSite,
  },
  start: {
    says: 'first start, start again and memory at rest, beside Alertmanager',
    run: async () => (await import('./start.ts')).benchStart,
  },
};

const [name = ''] = process.argv.slice(2);
const list = Object.entries(BENCHES)
  .map(([each, { says }]) => `  ${each.padEnd(14)}${says}`)
  .join('\n');
const bench = BENCHES[name];
if (bench) await (await bench.run())();
else if (name === '--list') console.log(list);
else {
  console.error(`npm run bench -- <name>\n${list}`);
  process.exitCode = 2;
}
