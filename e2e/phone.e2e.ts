import type { FrameLocator } from '@playwright/test';
import { expectAccessible, expectNothingCutOff } from './support/accessible';
import { boxOf, test } from './support/editing';
import { people } from './support/people';
import { jpegOf } from './support/pictures';
import { openSettings } from './support/settings';
import { expect } from './support/story';

const { isaiah, megan } = people;

// As phones draw the pane: the whole screen, a finger, no hover, and a host without Outlook's theme.
test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

/** The least height and width of what a finger touches, in CSS pixels (WCAG 2.2, target size, enhanced). */
const finger = 44;

/** Texts of the buttons and tabs that are too small for a finger; addresses in a text may be. */
async function tooSmall(pane: FrameLocator): Promise<readonly string[]> {
  return pane.locator('button:visible:not(.copy), [role="tab"]:visible').evaluateAll(
    (all, least) =>
      all.flatMap((one) => {
        // An arrow, whose area is the card around it.
        const { width, height } = (one.matches('.card-open') ? one.parentElement : one)?.getBoundingClientRect() ?? {};
        const isLarge = (width ?? 0) >= least && (height ?? 0) >= least;
        return isLarge ? [] : [`${one.getAttribute('aria-label') ?? one.textContent}: ${width} x ${height}`];
      }),
    finger,
  );
}

test('a finger opens the details and goes back, and the theme is the phone’s', async ({ outlook, pane, page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await outlook.open('?device=phone&item=group');
  await outlook.expectFace(megan);
  expect(await boxOf(page.locator('iframe'))).toMatchObject({ x: 0, width: 360 });
  await expect(pane.locator('body')).toHaveCSS('background-color', 'rgb(41, 41, 41)');
  await expect(pane.getByRole('tab')).toHaveCount(3);
  expect(await tooSmall(pane)).toEqual([]);
  await expectNothingCutOff(pane);
  await expectAccessible(page, 'the message on a phone');
  await pane.getByRole('button', { name: new RegExp(isaiah.name) }).tap();
  await expect(pane.getByRole('region', { name: `Details of ${isaiah.name}` })).toBeVisible();
  expect(await tooSmall(pane)).toEqual([]);
  await pane.getByRole('button', { name: 'Back' }).tap();
  await expect(pane.getByRole('region', { name: megan.name })).toBeVisible();
  await openSettings(pane, 'help');
  const help = pane.getByRole('region', { name: 'Help' });
  await expect(help).toContainText('on a phone');
  await expect(help).not.toContainText('select the pin');
  expect(await tooSmall(pane)).toEqual([]);
});

test('a finger changes the photo, and every tool is large enough for it', async ({ outlook, pane, page, editing }) => {
  await editing.consentToWrite();
  await editing.openMyPhoto('?device=phone');
  // Nothing is dropped or pasted there.
  await expect(pane.getByText('drop or paste')).toBeHidden();
  await editing.choosePicture(await jpegOf(900, 600), () => editing.button('Change photo').tap());
  await editing.expectPreview();
  await expect(pane.getByText('arrow keys')).toBeHidden();
  await editing.openMoreTools();
  expect(await tooSmall(pane)).toEqual([]);
  await expectNothingCutOff(pane);
  await expectAccessible(page, 'the editor on a phone');
  await editing.button('Save').tap();
  await editing.expectText(/^Saved\./);
  await outlook.expectFace(people.adele);
});

test('nothing lies under the camera and the home bar of a phone', async ({ page, context, places }) => {
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setSafeAreaInsetsOverride', { insets: { top: 47, bottom: 34, left: 0, right: 0 } });
  await page.goto(new URL('taskpane.html', places.pane).href);
  await expect(page.locator('body')).toHaveCSS('padding', '47px 0px 34px');
});
