import { createConversation } from './conversation';
import { appContext, dataOf, profileOf } from './initialData';
import { itemTypes, type Item, type SandboxPerson } from './item';
import type { Settings } from './sandboxMenu';

interface HostOptions {
  readonly frame: HTMLIFrameElement;
  readonly paneOrigin: string;
  /** Whose mailbox is open. */
  readonly owner: SandboxPerson;
  readonly settings: Settings;
  /** What the add-in may do, as in a manifest: `ReadItem`, `ReadWriteMailbox`... */
  readonly permission: string;
}

/** How long a new draft has no recipients with `drafts=late`, from when they are first read. Milliseconds. */
const draftDelay = 1_000;

/** The Outlook side of the office.js in the frame. */
export class OutlookHost {
  private current: Item | null = null;
  private selected: readonly Item[] = [];
  /** Ids of drafts whose recipients were read, and when they are there. Milliseconds since 1970. */
  private readonly filledAt = new Map<string, number>();
  private isFirstSelection = true;
  private readonly conversation;

  constructor(private readonly options: HostOptions) {
    const { frame, paneOrigin } = options;
    this.conversation = createConversation(frame, paneOrigin, (action, data) => this.respond(action, data));
    // A page that has just loaded does not know the selection yet.
    window.addEventListener('message', ({ source, origin, data }: MessageEvent<{ asksSelectedItems?: boolean }>) => {
      if (source === frame.contentWindow && origin === paneOrigin && data.asksSelectedItems) this.sendSelected(false);
    });
  }

  /**
   * Changes the selection; several selected items leave the pane without an item. In a pane that is not pinned, and for
   * items that the host does not report, the item stays.
   */
  select(items: readonly Item[]): void {
    const { settings } = this.options;
    this.selected = items;
    const isFrozen = settings.pinned === 'no' && !this.isFirstSelection;
    this.isFirstSelection = false;
    const isSilent = items.length === 1 && items[0]?.isSilent === true;
    const isReported = !isFrozen && !isSilent;
    if (isReported) this.current = items.length === 1 ? (items[0] ?? null) : null;
    this.sendSelected(!isSilent);
    if (!isReported) return;
    const times = settings.itemChanged === 'double' ? 2 : 1;
    for (let time = 0; time < times; time++) {
      this.conversation.emit('olkItemSelectedChanged', this.current ? this.dataOf(this.current) : '');
    }
  }

  /** The account of the selected item; `user` where it has none of its own. */
  account(user: SandboxPerson): SandboxPerson {
    return this.selected.at(-1)?.owner ?? user;
  }

  /** Replaces the open draft and emits RecipientsChanged, unless the change comes from the address book. */
  write(draft: Item, isFromAddressBook: boolean): void {
    this.current = draft;
    if (isFromAddressBook) return;
    this.conversation.emit('olkRecipientsChanged', [JSON.stringify({ to: true, cc: false, bcc: false })]);
  }

  theme(name: string): void {
    const dark = name === 'dark';
    const colors = {
      bodyBackgroundColor: dark ? 0x292929 : 0xffffff,
      bodyForegroundColor: dark ? 0xffffff : 0x242424,
      controlBackgroundColor: dark ? 0x292929 : 0xffffff,
      controlForegroundColor: dark ? 0xffffff : 0x242424,
    };
    this.conversation.emit('officeThemeChanged', [JSON.stringify(colors)]);
  }

  private respond(action: string, data: unknown): unknown {
    switch (action) {
      case 'ContextActivationManager_getAppContextAsync':
        return appContext(String(data), this.options.settings.language);
      case 'GetInitialData':
        return this.current ? this.dataOf(this.current) : { ...this.profileOf(null), itemType: 6 };
      case 'ExecuteMethod':
        return this.executeMethod(data);
      case 'executeMethod':
        return { Version: 1, Error: 0 };
      default:
        return undefined;
    }
  }

  /** Answers from.getAsync and recipients.getAsync of a draft; other methods fail. */
  private executeMethod(data: unknown): object {
    const item = this.current;
    const { ApiParams, MethodData } = data as {
      ApiParams?: { recipientField?: number };
      MethodData?: { DispatchId?: number };
    };
    const id = MethodData?.DispatchId;
    if (id === 107 && item?.from) return { error: false, wasSuccessful: true, data: item.from };
    if (id === 15 && item) {
      const field = [item.to, item.cc, item.bcc][ApiParams?.recipientField ?? 0] ?? [];
      return { error: false, wasSuccessful: true, data: this.isFilled(item) ? field : [] };
    }
    return { error: true, errorCode: 5000 };
  }

  private isFilled({ id }: Item): boolean {
    if (this.options.settings.drafts !== 'late') return true;
    const filledAt = this.filledAt.get(id) ?? Date.now() + draftDelay;
    this.filledAt.set(id, filledAt);
    return filledAt <= Date.now();
  }

  /** Sends what the npm package's office.js has no calls for. `isChanged`: emits SelectedItemsChanged in the frame. */
  private sendSelected(isChanged: boolean): void {
    const { frame, paneOrigin, owner } = this.options;
    const { name, address, objectId, tenantId, login } = this.selected.at(-1)?.owner ?? owner;
    const message = {
      selectedItems: this.selected.map(selectedOf),
      isChanged,
      account: { name, address, objectId, tenantId, login },
    };
    frame.contentWindow?.postMessage(message, paneOrigin);
  }

  private dataOf(item: Item): object {
    return dataOf(item, this.profileOf(item));
  }

  private profileOf(item: Item | null): object {
    return profileOf(item?.owner ?? this.options.owner, this.options.permission);
  }
}

/** Data of a selected message: from getSelectedItemsAsync, and from loadItemByIdAsync. */
function selectedOf({ id, itemType, subject, from, sender }: Item): object {
  const details = (person: Item['from']): object | null =>
    person && { displayName: person.name, emailAddress: person.address };
  return {
    summary: { itemId: id, subject, itemType: 'message', itemMode: itemType === itemTypes.draft ? 'Compose' : 'Read' },
    loaded: { from: details(from), sender: details(sender) },
  };
}
