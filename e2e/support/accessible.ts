import AxeBuilder from '@axe-core/playwright';
import { expect, type FrameLocator, type Page } from '@playwright/test';

/** axe finds nothing in the pane. Fluent's focus guards are hidden from assistive technology, and excluded here. */
export async function expectAccessible(page: Page, screen = 'the pane'): Promise<void> {
  await expectNoFindings(
    page,
    new AxeBuilder({ page }).include(['iframe']).exclude(['iframe', '[data-tabster-dummy]']),
    screen,
  );
}

/** axe finds nothing on a page that is no pane, and nothing is wider than the page. */
export async function expectAccessiblePage(page: Page): Promise<void> {
  await expectNoFindings(page, new AxeBuilder({ page }).exclude('[data-tabster-dummy]'), 'the page');
  const overflow = await page.locator('html').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  expect(overflow).toBe(0);
}

async function expectNoFindings(page: Page, axe: AxeBuilder, screen: string): Promise<void> {
  await fillTexts(page, true);
  const { violations } = await axe.analyze();
  await fillTexts(page, false);
  const findings = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  expect(findings, `axe on: ${screen}`).toEqual([]);
}

/**
 * With forced colors Chromium draws texts in the forced `color`, but reports the color before as
 * `-webkit-text-fill-color`, which is what axe reads. While axe reads, it is the color that is drawn.
 */
async function fillTexts(page: Page, isFilled: boolean): Promise<void> {
  for (const frame of page.frames()) {
    await frame.evaluate((fill) => {
      if (!matchMedia('(forced-colors: active)').matches) return;
      for (const { style, color } of [...document.querySelectorAll<HTMLElement>('body *')].map((element) => ({
        style: element.style,
        color: getComputedStyle(element).color,
      }))) {
        if (fill) style.setProperty('-webkit-text-fill-color', color);
        else style.removeProperty('-webkit-text-fill-color');
      }
    }, isFilled);
  }
}

/** Nothing is wider than the pane. */
export async function expectNothingCutOff(pane: FrameLocator, screen = 'the pane'): Promise<void> {
  const overflow = await pane.locator('html').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  expect(overflow, `pixels cut off on: ${screen}`).toBe(0);
}
