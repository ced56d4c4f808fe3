import { Recent } from '../../../kernel/recent.ts';
import type { Alert } from '../../../sources/source.ts';

/** Enough for the floods we measure; beyond it the oldest are forgotten and merely written once more. */
const LIMIT = 50_000;

type Texts = Pick<Alert, 'title' | 'severity' | 'annotations' | 'remarks'>;

/**
 * What this process last wrote of each signal's changing texts, so that a repeat costs a counter and not a rewrite.
 * Losing it, or another process having written since, costs one more write and never a wrong one.
 */
class Seen {
  readonly #texts = new Recent<string, Texts>(LIMIT);

  has(id: string): boolean {
    return this.#texts.has(id);
  }

  forget(id: string): void {
    this.#texts.delete(id);
  }

  same(id: string, alert: Alert): boolean {
    const last = this.#texts.get(id);
    return (
      last !== undefined &&
      last.title === alert.title &&
      last.severity === alert.severity &&
      sameTexts(last.annotations, alert.annotations) &&
      sameRemarks(last.remarks, alert.remarks)
    );
  }

  remember(id: string, { title, severity, annotations, remarks }: Alert): void {
    this.#texts.set(id, { title, severity, annotations, remarks });
  }
}

function sameRemarks(a: Alert['remarks'] = [], b: Alert['remarks'] = []): boolean {
  return a.length === b.length && a.every(({ en }, at) => en === b[at]?.en);
}

function sameTexts(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  for (const name of names) if (a[name] !== b[name]) return false;
  return true;
}

export const seenBefore = new Seen();
