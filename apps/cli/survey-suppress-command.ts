import type { Command } from 'commander';
import { textOf } from '../../areas/prepare/assets/importing/encoding.ts';
import { readTable } from '../../areas/survey/suppressing/read-table.ts';
import { suppress, type Table } from '../../areas/survey/suppressing/rules.ts';
import { Fault } from '../../kernel/errors.ts';
import { CliError, EXIT } from './exit.ts';
import { printResult, wantsJson } from './print.ts';
import { bytesNamed } from './survey-scan-command.ts';

function tableOf(file: string): Table {
  try {
    return readTable(textOf(bytesNamed(file, 'table')).text);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    if (!error.details.fields) throw new CliError(EXIT.conflict, `${file}: ${error.message}`);
    const lines = (error.details.fields ?? []).map(({ field, mend }) => `${file}: ${field}: ${mend.en}`);
    throw new CliError(EXIT.conflict, lines.join('\n'), { fields: error.details.fields });
  }
}

/** `sonae survey suppress`: a table of counts without what would tell of a few. */
export function surveySuppressCommand(survey: Command): void {
  survey
    .command('suppress')
    .description('hide small counts of a table, and as many others as it takes that none can be worked out')
    .argument('<file>', 'CSV: headings in the first row and column, totals in the last')
    .option('--k <count>', 'counts from 1 up to below this are hidden; zeros are published', '3')
    .addHelpText(
      'after',
      '\nExit codes: 0 done, 2 wrong usage, 5 refused: totals do not add up, or a count could be worked out',
    )
    .action((file: string, { k: typed }: { k: string }, command: Command) => {
      const k = Number(typed);
      if (!Number.isInteger(k) || k < 2 || k > 1_000)
        throw new CliError(EXIT.usage, `--k ${typed}: a whole number from 2 to 1000`);
      const { rows, columns, cells } = tableOf(file);
      const result = suppress({ rows, columns, cells }, k);
      if (!result.ok) {
        const names = result.open.map(({ row, column }) => `${rows[row]} / ${columns[column]}`);
        throw new CliError(
          EXIT.conflict,
          `${file}: could still be worked out, combine rows or columns: ${names.join(', ')}`,
        );
      }
      const isHidden = (row: number, column: number): boolean =>
        result.hidden.some((each) => each.row === row && each.column === column);
      const table = [
        ['', ...columns],
        ...rows.map((name, row) => [
          name,
          ...columns.map((_, column) => (isHidden(row, column) ? null : (cells[row]?.[column] ?? null))),
        ]),
      ];
      const hidden = result.hidden.map(({ row, column, low, high }) => ({
        row: rows[row],
        column: columns[column],
        low,
        high,
      }));
      if (wantsJson(command)) printResult({ table, hidden }, true);
      else {
        process.stdout.write(
          `${table.map((line) => line.map((cell) => cell ?? 'x').join('\t')).join('\n')}\n\n`,
        );
        printResult({ hidden }, false);
      }
    });
}
