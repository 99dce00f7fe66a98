import AxeBuilder from '@axe-core/playwright';
import { expect, type FrameLocator, type Page } from '@playwright/test';

/** axe finds nothing in the pane. Fluent's focus guards are hidden from assistive technology, and excluded here. */
export async function expectAccessible(page: Page, screen = 'the pane'): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .include(['iframe'])
    .exclude(['iframe', '[data-tabster-dummy]'])
    .analyze();
  const findings = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  expect(findings, `axe on: ${screen}`).toEqual([]);
}

/** Nothing is wider than the pane. */
export async function expectNothingCutOff(pane: FrameLocator, screen = 'the pane'): Promise<void> {
  const overflow = await pane.locator('html').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  expect(overflow, `pixels cut off on: ${screen}`).toBe(0);
}
