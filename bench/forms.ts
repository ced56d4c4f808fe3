import readExcelFile from 'read-excel-file/node';
import { MOMENTS, reportContent } from '../areas/survey/content/schema.ts';
import { firstLists, printForm, readFormOnThread } from '../areas/survey/forms/index.ts';
import { readForm } from '../areas/survey/forms/read-form.ts';
import { readFormBook } from '../areas/survey/forms/reading/form-book.ts';
import { quantile, told } from './quantile.ts';

const ROUNDS = Number(process.env['ROUNDS'] ?? 40);
const BAR_MS = 300;

const value = (said: unknown) => ({ is: 'value' as const, value: said });
const time = (minute: number) =>
  value({ at: `2024-05-01T09:${String(minute).padStart(2, '0')}:00+09:00`, clockError: 5 });

/** A report that fills two hundred cells. */
const REPORT = reportContent.parse({
  operator: { name: '東西電力株式会社', department: '情報システム部' },
  contacts: [1, 2, 3].map((n) => ({ name: `担当${n}`, role: '課長', email: 'a@example.jp', phone: '03-0000' })),
  sector: value('power'),
  designated: value('electricity'),
  title: '業務端末の一斉停止',
  outline: value('業務端末が再起動を繰り返した。'.repeat(60)),
  times: Object.fromEntries(MOMENTS.map((moment, n) => [moment, time(n * 7)])),
  eventType: value('unavailable'),
  causes: value(['vulnerability', 'contractorError', 'managementError']),
  causeText: value({ text: '更新の検証が不足した。'.repeat(20), certainty: 'presumed' }),
  effect: {
    service: value({ text: '窓口業務が停止した。', level: 3 }),
    around: value({ text: '決済が遅延した。', level: 1 }),
    users: value({ low: 100, high: 200 }),
    machines: value({ low: 300, high: 300 }),
    levelMissed: value(true),
    sectors: value(['finance', 'railways']),
  },
  steps: Array.from({ length: 16 }, (_, n) => ({ id: `s${n}`, text: `対応${n}を実施した`, by: '情報部', time: time(n), outcome: 'effective' })),
  parties: Array.from({ length: 6 }, (_, n) => ({ id: `p${n}`, name: `会社${n}`, kind: 'contractor', part: '保守' })),
  systems: Array.from({ length: 6 }, (_, n) => ({ id: `y${n}`, name: `システム${n}` })),
  measures: value('段階配信とする。'),
  publication: value('planned'),
  surveyContact: value(true),
  remarks: 'なし',
}); // biome-ignore format: a table

const timed = async (act: () => Promise<unknown> | unknown): Promise<number> => {
  const begun = performance.now();
  await act();
  return performance.now() - begun;
};

/** A form of two hundred fields read back, each time on a thread of its own, beside a reader that gives bare rows. */
export async function benchForms(): Promise<void> {
  const lists = firstLists();
  const form = Buffer.from(await printForm(lists, 'ja', REPORT));
  const empty = readFormBook(await printForm(lists, 'ja')).sheets;
  const cells = (sheets: typeof empty) => sheets.reduce((sum, sheet) => sum + sheet.cells.length, 0);
  const filled = cells(readFormBook(form).sheets) - cells(empty);
  const { report, faults } = await readFormOnThread(form, 'ja');
  if (faults.length > 0 || report.steps.length !== 16) throw new Error(JSON.stringify(faults));
  const [onThread, here, bare]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    onThread.push(await timed(() => readFormOnThread(form, 'ja')));
    here.push(await timed(() => readForm({ book: readFormBook(form) }, lists, 'ja')));
    bare.push(await timed(() => readExcelFile(form)));
  }
  console.log(`a form with ${filled} cells filled in, ${form.length} bytes`);
  told(`read back, on a thread (bar ${BAR_MS} ms)`, onThread);
  told('the same without a thread', here);
  told('read-excel-file, bare rows', bare);
  console.log(`  ratio without a thread  ${(quantile(here, 0.5) / quantile(bare, 0.5)).toFixed(1)}×`);
  if (quantile(onThread, 0.5) > BAR_MS) process.exitCode = 1;
}
