import { expect, type Frame, type FrameLocator, type Page } from '@playwright/test';
import axe from 'axe-core';

/** axe finds nothing in the pane. */
export async function expectAccessible(page: Page, screen = 'the pane'): Promise<void> {
  const pane = page.frames().find((one) => one.url().includes('taskpane.html'));
  if (!pane) throw new Error('The window has no pane');
  await expectNoFindings(pane, screen);
}

/** axe finds nothing on a page that is no pane, and nothing is wider than the page. */
export async function expectAccessiblePage(page: Page): Promise<void> {
  await expectNoFindings(page.mainFrame(), 'the page');
  const overflow = await page.locator('html').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  expect(overflow).toBe(0);
}

/**
 * Runs axe in one frame as if it were a page, so that the rules for pages count too: its own joining of frames opens a
 * page for each run, which took four times as long. Fluent's focus guards are hidden from assistive technology.
 */
async function expectNoFindings(frame: Frame, screen: string): Promise<void> {
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe.source);
  await frame.evaluate(endTransitions);
  await fillTexts(frame, true);
  const findings = await frame.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(
      { exclude: ['[data-tabster-dummy]'] },
      { resultTypes: ['violations'] },
    );
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  });
  await fillTexts(frame, false);
  expect(findings, `axe on: ${screen}`).toEqual([]);
}

/** Resolves when colors and sizes have arrived where they are going; a spinner has no end. Runs in the page. */
async function endTransitions(): Promise<void> {
  const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(ending.map(({ finished }) => finished));
}

/**
 * With forced colors Chromium draws texts in the forced `color`, but reports the color before as
 * `-webkit-text-fill-color`, which is what axe reads. While axe reads, it is the color that is drawn.
 */
async function fillTexts(frame: Frame, isFilled: boolean): Promise<void> {
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

/** Nothing is wider than the pane. */
export async function expectNothingCutOff(pane: FrameLocator, screen = 'the pane'): Promise<void> {
  const overflow = await pane.locator('html').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  expect(overflow, `pixels cut off on: ${screen}`).toBe(0);
}
