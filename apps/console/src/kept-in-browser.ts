/** What this browser keeps under a key; null also where it keeps nothing at all. */
export function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // Storage that is refused throws at the first look: the screen is to be there all the same.
    return null;
  }
}

/** Keeps a text for the next visit, where the browser does. */
export function keep(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // Refused or full: what was chosen holds until the page is left.
  }
}
