import { observable, type Observable } from '../../base';

const storageKey = 'contacts';

/** Accounts of this machine whose choice is remembered; the oldest is forgotten first. */
const maxAccounts = 10;

/** `unknown`: the account is not known yet. `refused`: the person wants it, and the permission is missing. */
export type ContactsState = 'unknown' | 'on' | 'off' | 'refused';

interface ContactsUseOptions {
  /** The account of the token; null before the first. */
  readonly account: Observable<{ readonly objectId: string | null } | null>;
  /** Requests the permission. Only inside a click: a window may open. */
  readonly requestPermission: () => Promise<unknown>;
  /** Called after the person's choice has changed, here or in another pane of the account. */
  readonly onChoice: (areUsed: boolean) => Promise<void>;
}

/**
 * Whether the account's own contacts name people whom the directory does not know. Off until the person asks for it;
 * remembered for the account on this machine, by its object id.
 */
export class ContactsUse {
  readonly state: Observable<ContactsState>;
  readonly #state = observable<ContactsState>('unknown');
  readonly #options: ContactsUseOptions;

  constructor(options: ContactsUseOptions) {
    this.#options = options;
    this.state = this.#state;
    const read = (): void => this.#state.set(this.#remembered());
    read();
    options.account.subscribe(read);
    addEventListener('storage', ({ key }) => {
      // Null: everything was removed.
      if (key !== storageKey && key !== null) return;
      const wasOff = this.#state.value !== 'on';
      read();
      if (wasOff === (this.#state.value === 'on')) void options.onChoice(wasOff);
    });
  }

  /** Only inside a click: a window may open. @throws token errors. */
  async turnOn(): Promise<void> {
    await this.#options.requestPermission();
    this.#remember(true);
    this.#state.set('on');
    await this.#options.onChoice(true);
  }

  /** Resolves when nothing of the contacts is on the screen or on this machine. */
  async turnOff(): Promise<void> {
    this.#remember(false);
    this.#state.set('off');
    await this.#options.onChoice(false);
  }

  /** The permission is missing: the contacts are not used, and nothing of them is kept, until the person asks again. */
  refuse(): void {
    if (this.#state.value !== 'on') return;
    this.#state.set('refused');
    void this.#options.onChoice(false);
  }

  #remembered(): ContactsState {
    const account = this.#options.account.value;
    if (!account) return 'unknown';
    return account.objectId !== null && remembered().includes(account.objectId) ? 'on' : 'off';
  }

  #remember(areUsed: boolean): void {
    const id = this.#options.account.value?.objectId;
    if (typeof id !== 'string') return;
    const others = remembered().filter((one) => one !== id);
    try {
      localStorage.setItem(storageKey, JSON.stringify((areUsed ? [...others, id] : others).slice(-maxAccounts)));
    } catch {
      // Blocked or full: the choice holds while the pane is open.
      return;
    }
  }
}

/** Object ids of the accounts; none where storage is blocked or holds something else. */
function remembered(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
    return Array.isArray(stored) ? stored.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}
