import { domainOf, isSameAddress, observable, type Observable } from '../../base';
import { isMyAddress, type KnownPerson, type Me, type MyEntry, type TokenAccount } from './person';

/** The account that tokens are issued for. */
export interface Identity {
  /** The account of the latest token; null before the first. */
  readonly account: Observable<TokenAccount | null>;
  /** Requests a token, so that the account becomes known. @throws token errors. */
  readonly requestAccount: () => Promise<void>;
}

/** The person whom the token is for: the token's account, and the addresses that the directory adds. */
export class AccountIdentity {
  readonly #me = observable<Me | null>(null);
  readonly #identity: Identity;
  readonly #readMe: () => Promise<MyEntry>;
  #reading: Promise<void> | null = null;

  /** `readMe`: the token's own entry in the directory. */
  constructor(identity: Identity, readMe: () => Promise<MyEntry>) {
    this.#identity = identity;
    this.#readMe = readMe;
    this.onChange(() => this.#start());
    this.#start();
  }

  /** Null while there is no token. */
  get me(): Observable<Me | null> {
    return this.#me;
  }

  /** Calls `listener` whenever the token is for another account. */
  onChange(listener: () => void): void {
    this.#identity.account.subscribe(listener);
  }

  /** Requests a token where none has been issued yet. @throws token errors. */
  async identify(): Promise<void> {
    if (this.#identity.account.value === null) await this.#identity.requestAccount();
  }

  /** Reads name and addresses from the directory, once for each account. Never fails. */
  async readEntry(): Promise<void> {
    await this.identify().catch(() => undefined);
    if (this.#me.value && !this.#me.value.isComplete) await (this.#reading ??= this.#read());
  }

  /** A function that throws once the token is for another person: with that token, `/me` is another one. */
  guard(): () => void {
    const id = this.#me.value?.objectId;
    return () => {
      if (id && !this.#isFor(id)) throw new DOMException('The account has changed', 'AbortError');
    };
  }

  #isFor(id: string): boolean {
    return this.#me.value?.objectId === id;
  }

  isMine(address: string): boolean {
    return isMyAddress(this.#me.value, address);
  }

  /** Whether one of my own addresses has the same domain. */
  hasDomainOf(address: string): boolean {
    return this.#me.value?.addresses.some((one) => domainOf(one) === domainOf(address)) ?? false;
  }

  addAddresses(addresses: readonly string[]): void {
    const { value } = this.#me;
    if (value && !addresses.every((one) => this.isMine(one))) {
      this.#me.set({ ...value, addresses: unique([...value.addresses, ...addresses]) });
    }
  }

  asPerson(): KnownPerson {
    const { objectId, name, addresses = [] } = this.#me.value ?? {};
    return { kind: 'me', id: objectId ?? '', name, addresses, foundAt: Date.now() };
  }

  async #read(): Promise<void> {
    const before = this.#identity.account.value;
    const own = await this.#readMe().catch(() => null);
    if (before !== this.#identity.account.value || !this.#me.value) return;
    const { name, address, addresses } = this.#me.value;
    this.#me.set({
      ...this.#me.value,
      name: own?.name || name,
      address: own?.addresses[0] ?? address,
      addresses: unique([...addresses, ...(own?.addresses ?? [])]),
      isComplete: true,
    });
  }

  #start(): void {
    const account = this.#identity.account.value;
    this.#reading = null;
    this.#me.set(account && meOf(account));
  }
}

function meOf({ objectId, name, username, addresses }: TokenAccount): Me {
  return { objectId, name, address: username, addresses, isComplete: false };
}

function unique(addresses: readonly string[]): readonly string[] {
  return addresses.filter((one, index) => addresses.findIndex((other) => isSameAddress(one, other)) === index);
}
