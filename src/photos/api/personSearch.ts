import { domainOf, isSameAddress, withDeadline } from '../../base';
import { mayBeContact } from './absence';
import type { AccountIdentity } from './accountIdentity';
import type { LoginHabits } from './loginHabits';
import type { Contacts, Directory, DirectoryEntry, KnownPerson } from './person';
import type { AbsenceReason } from './photoService';

/** What a search says about an address. */
export type Found =
  | { readonly kind: 'person'; readonly person: KnownPerson; readonly at: number }
  | { readonly kind: 'nobody'; readonly reason: AbsenceReason; readonly at: number };

/** Which entries beside users count. */
export interface Uses {
  /** The person wants their contacts to be read. */
  readonly contacts: () => boolean;
  /** The administrator lets groups be read. */
  readonly groups: () => boolean;
}

/** A face does not wait longer for the searches of others. Milliseconds. */
const longestWait = 250;

/** Searches the directory and the account's contacts for the person with an address. */
export class PersonSearch {
  readonly #account: AccountIdentity;
  readonly #contacts: Contacts | null;
  readonly #uses: Uses;
  readonly #habits: LoginHabits;
  /** Searches in flight. */
  readonly #searches = new Set<Promise<Found>>();

  /** `contacts`: null where the service has none. `habits` learns which addresses are login names. */
  constructor(account: AccountIdentity, contacts: Contacts | null, uses: Uses, habits: LoginHabits) {
    this.#account = account;
    this.#contacts = contacts;
    this.#uses = uses;
    this.#habits = habits;
  }

  /** Waits for the other searches of the moment, so that the photos of a list share their batches. */
  async findTogether(directory: Directory, address: string): Promise<Found> {
    const finding = this.find(directory, address);
    this.#searches.add(finding);
    try {
      return await finding;
    } finally {
      this.#searches.delete(finding);
      const others = Promise.allSettled(this.#searches);
      if (this.#searches.size > 0) await withDeadline(others, longestWait, 'searches').catch(() => undefined);
    }
  }

  /** Searches the directory, then the account's own contacts. */
  async find(directory: Directory, address: string): Promise<Found> {
    const found = await this.#findInDirectory(directory, address);
    if (found.kind === 'person' || !mayBeContact(found.reason)) return found;
    return (await this.#findContact(address)) ?? found;
  }

  /** Null where no contact has the address, or they may not be read. */
  async #findContact(address: string): Promise<Found | null> {
    const contacts = this.#contacts;
    const ownerId = this.#account.me.value?.objectId;
    if (!contacts || !ownerId || !this.#uses.contacts()) return null;
    const at = Date.now();
    try {
      const [first, ...others] = await contacts.find(address);
      if (!first || !this.#uses.contacts()) return null;
      if (others.length > 0) return { kind: 'nobody', reason: 'contactNotUnique', at };
      // Their other addresses may be of a colleague, who has a photo of their own.
      const person = { kind: 'contact', ...first, ownerId, addresses: [address], foundAt: at } as const;
      return { kind: 'person', person, at };
    } catch (error) {
      // The permission is gone: for now the person is who the directory says.
      if (!this.#uses.contacts()) return null;
      throw error;
    }
  }

  async #findInDirectory(directory: Directory, address: string): Promise<Found> {
    const at = Date.now();
    const nobody = (reason: AbsenceReason): Found & { kind: 'nobody' } => ({ kind: 'nobody', reason, at });
    // In the same batch, and only needed where no user has the address.
    const beside = Promise.all([directory.findGroups(address), directory.readDomains()]);
    beside.catch(() => undefined);
    const [found] = await Promise.all([directory.findUsers(address), this.#account.readEntry()]);
    if (this.#account.isMine(address)) return { kind: 'person', person: this.#account.asPerson(), at };
    if (found.kind === 'refused') return nobody('notFindable');
    const users = withAddress(found.entries);
    if (users.length > 1 || (users.length === 0 && found.entries.length > 0)) return nobody('notUnique');
    const [groups, domains] = users.length > 0 ? [[], []] : await beside;
    const [entry, ...others] = users.length > 0 ? users : withAddress(groups);
    if (others.length > 0) return nobody('notUnique');
    if (entry) return { kind: 'person', person: this.#personOf(entry, address), at };
    if (!found.isComplete) return nobody('notFindable');
    const isOwnDomain = this.#account.hasDomainOf(address) || domains.includes(domainOf(address));
    return nobody(isOwnDomain ? 'noPerson' : 'notInDirectory');
  }

  #personOf({ kind, id, name, login, addresses }: DirectoryEntry, address: string): KnownPerson {
    if (login !== null && isSameAddress(login, address)) this.#habits.recordLogin(address);
    if (id === this.#account.me.value?.objectId) {
      this.#account.addAddresses([address, ...addresses]);
      return this.#account.asPerson();
    }
    return { kind, id, name, addresses: [address, ...addresses], foundAt: Date.now() };
  }
}

/** Of several entries those whose primary address it is: the others are shadows of a migration. */
function withAddress(entries: readonly DirectoryEntry[]): readonly DirectoryEntry[] {
  return entries.length > 1 ? entries.filter(({ isPrimary }) => isPrimary) : entries;
}
