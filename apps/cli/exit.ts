/** What a script can tell from the exit code alone. */
export const EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  forbidden: 3,
  missing: 4,
  conflict: 5,
  unreachable: 6,
} as const;

/** A failure that has its own exit code. */
export class CliError extends Error {
  readonly exitCode: number;
  readonly extra: object;
  constructor(exitCode: number, message: string, extra: object = {}) {
    super(message);
    this.exitCode = exitCode;
    this.extra = extra;
  }
}
