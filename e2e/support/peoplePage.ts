import { expect, type Locator, type Page } from '@playwright/test';
import type { Places } from '../../sandbox/host/window';

/** The administrators' page, in a window of its own. */
export class PeoplePage {
  readonly page: Page;
  readonly url: string;

  constructor(page: Page, places: Places) {
    this.page = page;
    this.url = places.pane.replace('taskpane.html', 'people.html');
  }

  /** Opens the page and signs in with an account. `query`: switches of the sandbox. */
  async open(account: string, query = ''): Promise<void> {
    await this.page.goto(this.url + query);
    await this.page.getByRole('button', { name: /^(Sign in|Anmelden)$/ }).click();
    await this.page.getByRole('link', { name: account }).click();
  }

  /** Gives the page the permission to change photos, on the pages of the identity provider. */
  async allowWriting(account: string): Promise<void> {
    await this.page.getByRole('link', { name: account }).click();
    await this.page.getByRole('link', { name: 'Accept' }).click();
  }

  get grid(): Locator {
    return this.page.getByRole('grid');
  }

  /** The row of a person. */
  row(name: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByText(name, { exact: true }) });
  }

  /** The row with this place in the list, from 1. */
  rowAt(place: number): Locator {
    // The headings are the first row.
    return this.page.locator(`[aria-rowindex="${place + 1}"]`);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  /** Presses a button by the keyboard. It may come after the cuts of many pictures. */
  async press(name: string | RegExp): Promise<void> {
    await this.button(name).press('Enter', { timeout: 40_000 });
  }

  /** Waits until every state is read. */
  async expectAllRead(timeout = 40_000): Promise<void> {
    const done = /^(All [\d,]+ people( and .+)? are read|Alle [\d.]+ Personen( und .+)? sind gelesen)$/;
    await expect(this.page.getByText(done).first()).toBeVisible({ timeout });
  }
}
