import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { SHOTS } from './stage.ts';

/** What a program finds that is not within WCAG 2.2 AA. @param within one part of the page alone, as a selector */
export async function violationsOn(on: Page, name: string, within?: string): Promise<string[]> {
  const builder = new AxeBuilder({ page: on }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']);
  const { violations } = await (within === undefined ? builder : builder.include(within)).analyze();
  return violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html.slice(0, 200)}`);
}

/** Photographs a page under its name; what is not within WCAG 2.2 AA, and by how much it is wider than the screen. */
export async function flawsOn(
  on: Page,
  name: string,
  { fullPage = false, within }: { readonly fullPage?: boolean; readonly within?: string } = {},
): Promise<string[]> {
  await on.screenshot({ path: `${SHOTS}/${name}.png`, fullPage });
  const found = await violationsOn(on, name, within);
  const wider = Number(
    await on.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
  );
  return wider === 0 ? found : [...found, `${name}: ${wider} px wider than the screen`];
}
