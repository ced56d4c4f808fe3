import type { Command } from 'commander';

/** True when `--json` was given anywhere on the line. */
export const wantsJson = (command: Command): boolean =>
  command.optsWithGlobals<{ json?: boolean }>().json === true;

const cell = (value: unknown): string => {
  if (value === null || value === undefined) return '-';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

type Row = Record<string, unknown>;

function table(rows: readonly Row[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) =>
    rows.some((row) => typeof row[name] !== 'object'),
  );
  return [names.join('\t'), ...rows.map((row) => names.map((name) => cell(row[name])).join('\t'))].join('\n');
}

/** A document is printed as it is, lists become tab-separated lines, single things a line per field; with `json` exactly what was answered. */
export function printResult(result: unknown, json: boolean): void {
  if (json) return void process.stdout.write(`${JSON.stringify(result)}\n`);
  if (result === null || typeof result !== 'object') return void process.stdout.write(`${cell(result)}\n`);
  const entries = Object.entries(result as Row);
  const [[name, text] = [], ...others] = entries;
  // A document is printed as it is, to be kept in a file.
  if (name === 'yaml' && typeof text === 'string' && others.length === 0)
    return void process.stdout.write(text);
  for (const [name, value] of entries) {
    if (Array.isArray(value) && value.every((item) => item !== null && typeof item === 'object')) {
      process.stdout.write(value.length > 0 ? `${table(value as Row[])}\n` : `(${name}: none)\n`);
    } else process.stdout.write(`${name}\t${cell(value)}\n`);
  }
}
