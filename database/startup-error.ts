/** A reason not to start that the operator can mend; printed as one line, exit code 2, nothing changed. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}
