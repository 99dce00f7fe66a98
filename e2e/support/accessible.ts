import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Frame, type FrameLocator, type Page } from '@playwright/test';
import axe from 'axe-core';

/** One empty file for each markup in which axe has found nothing in this run, named by its hash; shared by the workers. */
const clean = '.sandbox/accessible';

/** Before a run: nothing is known to be accessible. */
export function forgetAccessible(): void {
  rmSync(clean, { recursive: true, force: true });
  mkdirSync(clean, { recursive: true });
}

/** axe finds nothing in the pane. */
export async function expectAccessible(page: Page, screen = 'the pane'): Promise<void> {
  const pane = paneOf(page);
  if (!pane) throw new Error('The window has no pane');
  await expectNoFindings(pane, screen);
}

/** What axe finds in the pane that a page shows now; not asked where it has found nothing in the same markup. */
export async function findNewFindings(page: Page): Promise<readonly string[]> {
  const pane = paneOf(page);
  try {
    if (!pane || existsSync(await cleanFile(pane))) return [];
    // The pane may have been drawing something else: what is there twice is there.
    const first = await readFindings(pane);
    const second = first.length > 0 ? await readFindings(pane) : [];
    return second.filter((finding) => first.includes(finding)).map((finding) => `axe: ${finding}`);
  } catch (error) {
    // The story has ended while the pane was loaded again.
    if (/detached|destroyed|closed/.test(String(error))) return [];
    throw error;
  }
}

function paneOf(page: Page): Frame | undefined {
  return page.frames().find((one) => one.url().includes('taskpane.html'));
}

async function cleanFile(frame: Frame): Promise<string> {
  return join(
    clean,
    createHash('sha256')
      .update(await frame.evaluate(markup))
      .digest('hex'),
  );
}

/** The page's elements as far as axe looks at them, without texts, people and addresses. Runs in the page. */
function markup(): string {
  const { documentElement, body } = document;
  const elements = body.innerHTML
    .replace(
      /\s(id|for|src|href|name|value|style|title|data-[\w-]+|aria-[\w-]*(by|controls|owns|descendant|label|valuetext))="[^"]+"/g,
      ' $1',
    )
    .replace(/>[^<]+</g, '>.<');
  const { className, lang, dir, dataset } = documentElement;
  const isForced = matchMedia('(forced-colors: active)').matches;
  return [className, lang === '', dir, dataset['theme'], innerWidth, isForced, elements].join();
}

/** axe finds nothing on a page that is no pane, and nothing is wider than the page. */
export async function expectAccessiblePage(page: Page): Promise<void> {
  await expectNoFindings(page.mainFrame(), 'the page');
  const overflow = await page.locator('html').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  expect(overflow).toBe(0);
}

async function expectNoFindings(frame: Frame, screen: string): Promise<void> {
  expect(await readFindings(frame), `axe on: ${screen}`).toEqual([]);
}

/**
 * Runs axe in one frame as if it were a page, so that the rules for pages count too: its own joining of frames opens a
 * page for each run, which took four times as long. Fluent's focus guards are hidden from assistive technology.
 */
async function readFindings(frame: Frame): Promise<readonly string[]> {
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
  if (findings.length === 0) writeFileSync(await cleanFile(frame), '');
  return findings;
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

/** No text is wider than the box it is in: no button, badge or list draws over its edge, and no list shows half a text. */
export async function expectTextsInside(frame: Frame, screen: string): Promise<void> {
  expect(await frame.evaluate(textsOutside), `texts wider than their box on: ${screen}`).toEqual([]);
}

/** Runs in the page. */
function textsOutside(): readonly string[] {
  const isBox = (element: Element): boolean => getComputedStyle(element).display !== 'inline';
  const outside: string[] = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    let box = text.parentElement;
    if (!box?.checkVisibility({ visibilityProperty: true }) || text.textContent?.trim() === '') continue;
    while (box.parentElement && !isBox(box)) box = box.parentElement;
    // A text for screen readers only is clipped to one pixel; options are drawn by the system.
    if (box.clientWidth <= 1 || box.closest('select')) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const [drawn, around] = [range.getBoundingClientRect(), box.getBoundingClientRect()];
    // Half a pixel is rounding.
    if (drawn.left < around.left - 0.5 || drawn.right > around.right + 0.5) outside.push(text.textContent ?? '');
  }
  const brush = document.createElement('canvas').getContext('2d');
  for (const list of document.querySelectorAll('select')) {
    const { font, paddingInlineStart, paddingInlineEnd } = getComputedStyle(list);
    const shown = list.selectedOptions[0]?.text ?? '';
    if (!brush || !list.checkVisibility()) continue;
    brush.font = font;
    const room = list.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd);
    if (brush.measureText(shown).width > room) outside.push(shown);
  }
  return outside;
}
