/** A figure of the largest kind is drawn sooner; paper without it is better than no paper. */
const PATIENCE_MS = 20_000;

/** Prints the page once what is still being drawn on it stands there. */
export async function printWhenDrawn(): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  while (document.querySelector('[data-drawing]') && performance.now() < until)
    await new Promise((looked) => setTimeout(looked, 50));
  // Its letters may come after its lines.
  await document.fonts.ready;
  window.print();
}
