/**
 * What says that PostgreSQL is away, starting, full, or no longer the one that is written to: the caller may try again, and
 * nothing was taken.
 */
const OUTAGES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EHOSTDOWN',
  'ENOTFOUND',
  'EAI_AGAIN',
  '57P01',
  '57P03',
  '53100',
  '53200',
  '53300',
  '08006',
  '08003',
  '08001',
  // A primary that has become a standby.
  '25006',
  // A transaction that stood still for too long, a statement that took too long.
  '25P03',
  '57014',
]);

/** The driver's own errors have no code. */
const BROKEN = /connection terminated|fell silent|timeout exceeded when trying to connect|not queryable/i;

export const isOutage = (error: unknown): boolean =>
  error instanceof Error &&
  (OUTAGES.has(String((error as { code?: unknown }).code ?? '')) || BROKEN.test(error.message));
