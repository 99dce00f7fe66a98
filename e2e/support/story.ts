import type { Browser, BrowserContext, BrowserContextOptions, FrameLocator, Locator, Page } from 'playwright-core';
import { launchChromium } from './chromium';
import { colourOf, isNear } from './pixels';
import { controlOf, startSandbox, type Sandbox } from './sandbox';

/** What each story of a file finds: a browser, a sandbox, a window of its own; new for every test. */
export interface Story {
  readonly sandbox: Sandbox;
  readonly context: BrowserContext;
  readonly page: Page;
  /** The add-in, inside its frame. */
  readonly pane: FrameLocator;
  readonly control: Awaited<ReturnType<typeof controlOf>>;
  /** All that any page wrote to its console. */
  readonly heard: readonly string[];
  /** Scripts and policies may complain of this one thing in this story. */
  readonly forgive: (pattern: RegExp) => void;
  readonly open: (query?: string) => Promise<unknown>;
  readonly select: (item: string) => Promise<void>;
  /** What is drawn under this name is the photo that the service holds for this address, by its pixels. */
  readonly expectFace: (address: string, name: string) => Promise<void>;
}

/** As many pictures of the screen as are taken until a face has to be there. */
const frames = 10;

/** The picture that is drawn beside this name. */
export function faceOf(pane: FrameLocator, name: string): Locator {
  const named = pane.locator('[data-name]').and(pane.getByText(name, { exact: true }));
  return named.locator('xpath=ancestor::*[self::section or self::button][1]//img').filter({ visible: true }).first();
}

/**
 * Sets the stage for the stories of one file. After each of them: no script failed, and nothing went against the
 * page's policy.
 */
export function story(options: BrowserContextOptions = {}): Story {
  let browser: Browser;
  const stage = {} as { -readonly [Key in keyof Story]: Story[Key] } & { heard: string[] };
  let failures: string[];
  let forgiven: RegExp[];

  beforeAll(async () => {
    [browser, stage.sandbox] = await Promise.all([launchChromium(), startSandbox()]);
  });
  afterAll(async () => {
    await browser.close();
    stage.sandbox.close();
  });
  beforeEach(async () => {
    failures = [];
    forgiven = [];
    stage.heard = [];
    stage.context = await browser.newContext({
      ignoreHTTPSErrors: true,
      viewport: { width: 1280, height: 800 },
      ...options,
    });
    stage.context.on('page', (page) => {
      page.on('pageerror', ({ message }) => failures.push(message));
      page.on('console', (entry) => stage.heard.push(entry.text()));
    });
    stage.page = await stage.context.newPage();
    stage.control = await controlOf(stage.context, stage.sandbox);
    await stage.control.reset();
    stage.pane = stage.page.frameLocator('iframe[title="User Photo"]');
  });
  /** What a failed story leaves behind, in words: a run on another machine cannot be looked at. */
  const scene = async (): Promise<string> => {
    const patience = { timeout: 5_000 };
    const drawn = await stage.pane.locator('body').ariaSnapshot(patience).catch(String);
    const log = await stage.control.log().catch(() => []);
    const asked = log.slice(-20).map(({ method, path, status }) => `${method} ${path} ${status}`);
    return ['The pane:', drawn, 'The console:', ...stage.heard, ...failures, 'The service, last:', ...asked].join('\n');
  };
  afterEach(async () => {
    const seen = globalThis.storyFailed ? await scene() : null;
    await stage.context.close();
    if (seen !== null) throw new Error(seen);
    const violations = stage.heard.filter((text) => /Content Security Policy|Trusted/i.test(text));
    const complaints = [...failures, ...violations];
    expect(complaints.filter((text) => !forgiven.some((pattern) => pattern.test(text)))).toEqual([]);
  });

  return Object.assign(stage, {
    forgive: (pattern: RegExp) => void forgiven.push(pattern),
    open: (query = '') => stage.page.goto(`${stage.sandbox.window}${query}`),
    select: (item: string) => stage.page.locator(`[data-item="${item}"]`).click(),
    async expectFace(address: string, name: string): Promise<void> {
      const image = faceOf(stage.pane, name);
      await image.waitFor();
      await image.evaluate((element) => (element as HTMLImageElement).decode());
      const held = await colourOf(await stage.control.photo(address));
      let drawn = await colourOf(await image.screenshot());
      // A busy machine paints what it has decoded only in one of the next frames.
      for (let frame = 0; frame < frames && !isNear(drawn, held); frame++) {
        drawn = await colourOf(await image.screenshot());
      }
      expect({ drawn, held, alike: isNear(drawn, held) }).toEqual({ drawn, held, alike: true });
    },
  });
}
