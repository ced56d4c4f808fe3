import type { Page } from 'playwright-core';

/**
 * Text on the screen that is cut off: wider than its box where the box hides the rest without saying so, or says so by an
 * ellipsis and nowhere tells the whole; and texts of two controls that lie on one another.
 */
export const clippedOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const seen = (element: Element): boolean => {
      const box = element.getBoundingClientRect();
      return box.width > 1 && box.height > 1 && element.checkVisibility({ visibilityProperty: true });
    };
    const told = (element: Element): boolean =>
      element.closest('[title], [role="row"], [data-tooltip]') !== null;
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      const own = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
      );
      if (!own || !seen(element) || element.closest('svg, .skip, [aria-hidden="true"]')) continue;
      const style = getComputedStyle(element);
      const hidden = style.overflowX === 'hidden' || style.overflowX === 'clip';
      const wider = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
      if (hidden && wider && !(style.textOverflow === 'ellipsis' && told(element)))
        found.push(`cut off: ${element.textContent?.trim().slice(0, 60)}`);
    }
    for (const input of document.querySelectorAll<HTMLInputElement>(
      'input:not([type=checkbox], [type=radio])',
    ))
      if (seen(input) && input.value !== '' && input.readOnly && input.scrollWidth > input.clientWidth + 1)
        found.push(`cut off: ${input.value.slice(0, 60)}`);
    const controls = [...document.querySelectorAll<HTMLElement>('main button, main a, main input')].filter(
      (element) => seen(element) && !element.closest('.grid-body, svg'),
    );
    const boxes = controls.map((element) => ({ element, box: element.getBoundingClientRect() }));
    for (const [place, { element, box }] of boxes.entries())
      for (const { element: other, box: at } of boxes.slice(place + 1)) {
        if (element.contains(other) || other.contains(element)) continue;
        // What stands within a field belongs there.
        if (element.closest('.mantine-Input-wrapper')?.contains(other)) continue;
        const [wide, high] = [
          Math.min(box.right, at.right) - Math.max(box.left, at.left),
          Math.min(box.bottom, at.bottom) - Math.max(box.top, at.top),
        ];
        if (wide > 4 && high > 4 && element.parentElement !== other.parentElement)
          found.push(
            `on one another: ${element.textContent?.slice(0, 30)} / ${other.textContent?.slice(0, 30)}`,
          );
      }
    return [...new Set(found)];
  });
