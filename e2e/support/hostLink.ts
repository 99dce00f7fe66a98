import type { Frame, Page } from '@playwright/test';

/** What the pane receives from the host and from its storage. */
export interface HostLink {
  /** Answers of the sign-in bridge; `refusing`: with an error that may be over later. */
  readonly bridge: 'normal' | 'silent' | 'refusing';
  /** Callbacks of Office.js, and events where `late`. */
  readonly host: 'normal' | 'silent' | 'late';
  /** `failing`: every transaction of IndexedDB throws. */
  readonly storage: 'normal' | 'failing';
}

/** Nothing is disturbed. */
export const undisturbed: HostLink = { bridge: 'normal', host: 'normal', storage: 'normal' };

/** Lets `setHostLink` disturb panes that are opened from now on. */
export async function installHostLink(page: Page): Promise<void> {
  await page.addInitScript(intercept, undisturbed);
}

/** After the pane is open: the selected messages are disturbed too. Their callbacks do not come by messages. */
export async function interceptSelection(frame: Frame): Promise<void> {
  await frame.evaluate(() => {
    const { hostLink, Office } = globalThis as unknown as { hostLink: HostLink; Office: SelectionApi };
    const { mailbox } = Office.context;
    const read = mailbox.getSelectedItemsAsync;
    mailbox.getSelectedItemsAsync = (...parameters) => {
      const callback = parameters.pop();
      const { host } = hostLink;
      if (host !== 'silent')
        read(...parameters, (result) => setTimeout(() => callback?.(result), host === 'late' ? 700 : 0));
    };
  });
}

/** Changes some of what the pane receives from now on. */
export async function setHostLink(frame: Frame, change: Partial<HostLink>): Promise<void> {
  await frame.evaluate((given) => {
    Object.assign((globalThis as unknown as { hostLink: HostLink }).hostLink, given);
  }, change);
}

interface SelectionApi {
  readonly context: {
    readonly mailbox: { getSelectedItemsAsync: (...parameters: ((result: unknown) => void)[]) => void };
  };
}

/** Runs in the page, before its scripts: this listener is the first. */
function intercept(undisturbed: HostLink): void {
  const hostLink = { ...undisturbed };
  Object.assign(globalThis, { hostLink });
  const own = new WeakSet<Event>();

  /** Sends a message of the host with other data, or later. */
  const forward = ({ origin, source }: MessageEvent, data: unknown, milliseconds: number): void => {
    const later = new MessageEvent('message', { data, origin, source });
    own.add(later);
    setTimeout(() => dispatchEvent(later), milliseconds);
  };

  addEventListener('message', (event: MessageEvent<unknown>) => {
    if (own.has(event) || event.source !== parent) return;
    const { data } = event;
    const { bridge, host } = hostLink;
    const bridgeAnswer = (data as { bridgeAnswer?: string } | null)?.bridgeAnswer;
    const isOfBridge = bridgeAnswer !== undefined && bridge !== 'normal';
    const isEvent = typeof data === 'string' && data.includes('"_responseType":1');
    const isOfHost = typeof data === 'string' && (host === 'late' || (host === 'silent' && !isEvent));
    if (!isOfBridge && !isOfHost) return;
    event.stopImmediatePropagation();
    if (isOfHost && host === 'late') forward(event, data, 700);
    if (!isOfBridge || bridge === 'silent') return;
    const { messageType, requestId } = JSON.parse(bridgeAnswer) as { messageType: string; requestId: string };
    const refusal = { messageType, requestId, success: false, error: { status: 'TRANSIENT_ERROR' } };
    forward(event, { bridgeAnswer: JSON.stringify(refusal) }, 0);
  });

  const { transaction } = Object.getOwnPropertyDescriptors(IDBDatabase.prototype);
  const open = transaction.value as IDBDatabase['transaction'];
  IDBDatabase.prototype.transaction = function (...parameters) {
    if (hostLink.storage === 'failing') throw new DOMException('Disturbed', 'UnknownError');
    return open.apply(this, parameters);
  };
}
