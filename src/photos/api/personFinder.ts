import { isMailAddress, normalizeAddress } from '../../base';
import { isFindingFresh } from '../policy';
import { isOfNoPerson } from './absence';
import type { AccountIdentity } from './accountIdentity';
import { LoginHabits } from './loginHabits';
import type { Contacts, Directory, KnownPerson, PeopleDirectory, PhotoTarget } from './person';
import { PersonSearch, type Found, type Uses } from './personSearch';
import { isNoPhoto, type GroupOwner, type NoPhoto, type PhotoOwner, type RequestOptions } from './photoService';

/** What is known about an address. */
type Finding = Found | { readonly kind: 'login'; readonly at: number };

export interface FindOptions extends Pick<RequestOptions, 'signal'> {
  /** The person that an earlier read has found under the address. */
  readonly knownAs?: KnownPerson | undefined;
  /** Asks the directory again, whatever is known. */
  readonly again?: boolean | undefined;
  /** How many requests the read is. One by default. */
  readonly requests?: number | undefined;
}

/** A result, and whom the directory knows under the address; null where the address itself was accepted. */
export interface Located<T> {
  readonly result: T | NoPhoto;
  readonly person: KnownPerson | null;
}

type ReadTarget<T> = (target: PhotoTarget) => Promise<T | NoPhoto>;

/**
 * Finds the person behind an address. The address is requested as it is first; where the directory does not know it as a
 * login name, the directory is searched, and the person is requested by id. My own addresses lead to the token's account.
 */
export class PersonFinder {
  /** For searches by name; null where the service finds people by address only. */
  readonly people: PeopleDirectory | null;
  readonly #account: AccountIdentity;
  readonly #directory: Directory | null;
  readonly #uses: Uses;
  readonly #habits = new LoginHabits();
  readonly #findings = new Map<string, Finding>();
  readonly #search: PersonSearch;

  /**
   * `directory`: null where the service finds people by any of their addresses. `contacts`: null where it has none.
   */
  constructor(account: AccountIdentity, directory: Directory | null, contacts: Contacts | null, uses: Uses) {
    this.#account = account;
    this.#directory = directory;
    this.people = directory;
    this.#uses = uses;
    this.#search = new PersonSearch(account, contacts, uses, this.#habits);
    account.onChange(() => {
      this.#findings.clear();
      directory?.reset();
      contacts?.reset();
    });
  }

  /** Reads something of the person behind an address, or with an object id. @throws as `read` and the directory do. */
  async read<T extends object>(owner: PhotoOwner, read: ReadTarget<T>, options: FindOptions): Promise<Located<T>> {
    const located = await this.#readOnce(owner, read, options);
    // The use of contacts or groups has ended meanwhile.
    return located.person && !this.isShown(located.person) ? this.#readOnce(owner, read, options) : located;
  }

  /** Whether an answer about this person counts: a contact and a group only while they are used, for the account itself. */
  isShown({ kind, ownerId }: Pick<KnownPerson, 'kind' | 'ownerId'>): boolean {
    if (kind === 'contact') return this.#uses.contacts() && ownerId === this.#account.me.value?.objectId;
    return kind !== 'group' || this.#uses.groups();
  }

  async #readOnce<T extends object>(owner: PhotoOwner, read: ReadTarget<T>, options: FindOptions): Promise<Located<T>> {
    if (isTarget(owner)) return { result: await read(owner), person: null };
    const { address } = owner;
    if (isObjectId(address)) return this.#readById(address, read);
    if (!isMailAddress(address)) return { result: { kind: 'none', reason: 'noAddress' }, person: null };
    await this.#account.identify();
    options.signal?.throwIfAborted();
    if (this.#account.isMine(address)) {
      const { id } = this.#account.asPerson();
      const result = await read('me');
      const person = this.#account.asPerson();
      // With the token of another account it is another person's photo.
      return person.id === id ? { result, person } : this.#readOnce(owner, read, options);
    }
    const finding = this.#findingOf(address, options);
    if (!finding) return this.#readUnknown(address, read, options);
    switch (finding.kind) {
      case 'login':
        return { result: await read({ address }), person: null };
      case 'nobody':
        return { result: { kind: 'none', reason: finding.reason }, person: null };
      case 'person':
        try {
          return await this.#readKnown(address, finding.person, read, options);
        } catch (error) {
          if (this.isShown(finding.person)) throw error;
          // A contact or group that may not be read any more.
          return this.#readUnknown(address, read, options);
        }
    }
  }

  /** A user whom a search by name has found. Nothing is recorded about addresses: others may have the same one. */
  async #readById<T extends object>(id: string, read: ReadTarget<T>): Promise<Located<T>> {
    if (!this.#directory) return { result: { kind: 'none', reason: 'noAddress' }, person: null };
    return { result: await read({ id }), person: { kind: 'colleague', id, addresses: [], foundAt: Date.now() } };
  }

  /** What a write of this person's photo goes to; null where no person is known. `read` decides where nothing is known yet. */
  async targetOf(owner: PhotoOwner, read: ReadTarget<object>, options: FindOptions): Promise<PhotoTarget | null> {
    if (isTarget(owner)) return owner;
    if (!this.#directory) {
      await this.#account.identify();
      return this.#account.isMine(owner.address) ? 'me' : owner;
    }
    let target: PhotoTarget = owner;
    const { result } = await this.read(owner, (one) => read((target = one)), options);
    return isNoPhoto(result) && isOfNoPerson(result.reason) ? null : target;
  }

  async #readUnknown<T extends object>(
    address: string,
    read: ReadTarget<T>,
    options: FindOptions,
  ): Promise<Located<T>> {
    const directory = this.#directory;
    if (!directory) return { result: await read({ address }), person: null };
    const requests = options.requests ?? 1;
    const isLikely = await this.#habits.isLikelyLogin(address, requests);
    if (!isLikely) {
      const found = await this.#searchAndRead(directory, address, read, options);
      if (found.person && found.person.kind !== 'contact') return found;
      // It may be a login name, which searches do not find; a colleague comes before a contact with the same address.
      const result = await read({ address });
      return isNotInDirectory(result) ? found : this.#asLogin(address, result);
    }
    const result = await this.#readAddress(address, read, requests);
    if (isNotInDirectory(result)) return this.#searchAndRead(directory, address, read, options);
    return this.#asLogin(address, result);
  }

  #asLogin<T extends object>(address: string, result: T | NoPhoto): Located<T> {
    this.#remember(address, { kind: 'login', at: Date.now() });
    return { result, person: null };
  }

  async #readAddress<T extends object>(address: string, read: ReadTarget<T>, requests: number): Promise<T | NoPhoto> {
    let isLogin: boolean | null = null;
    try {
      const result = await read({ address });
      isLogin = !isNotInDirectory(result);
      return result;
    } finally {
      this.#habits.record(address, requests, isLogin);
    }
  }

  async #searchAndRead<T extends object>(
    directory: Directory,
    address: string,
    read: ReadTarget<T>,
    { signal }: FindOptions,
  ): Promise<Located<T>> {
    const finding = await this.#search.findTogether(directory, address);
    this.#remember(address, finding);
    signal?.throwIfAborted();
    if (finding.kind !== 'person') return { result: { kind: 'none', reason: finding.reason }, person: null };
    const { person } = finding;
    return { result: await read(targetFor(person)), person };
  }

  /** Reads by id. After a day the directory is asked beside it, since an alias can move to another person. */
  async #readKnown<T extends object>(
    address: string,
    person: KnownPerson,
    read: ReadTarget<T>,
    options: FindOptions,
  ): Promise<Located<T>> {
    const directory = this.#directory;
    const isCurrent = isFindingFresh('person', person.foundAt, Date.now()) && !options.again;
    if (!directory || isCurrent) {
      const result = await read(targetFor(person));
      if (!directory || !isNotInDirectory(result)) return { result, person };
      return this.#searchAndRead(directory, address, read, options);
    }
    const searching = this.#search.find(directory, address);
    // Searches are sent in the next task: the photo shares their batch.
    await new Promise((resolve) => setTimeout(resolve));
    const [result, finding] = await Promise.all([read(targetFor(person)), searching]);
    this.#remember(address, finding);
    if (finding.kind === 'person' && finding.person.id === person.id) return { result, person: finding.person };
    options.signal?.throwIfAborted();
    if (finding.kind === 'nobody') return { result: { kind: 'none', reason: finding.reason }, person: null };
    return { result: await read(targetFor(finding.person)), person: finding.person };
  }

  /** What is known about an address and fresh; a person also when stale. */
  #findingOf(address: string, { knownAs, again = false }: FindOptions): Finding | null {
    const known = this.#findings.get(normalizeAddress(address));
    if (known?.kind === 'person' && this.isShown(known.person)) return known;
    if (known && known.kind !== 'person' && !again && this.#isCurrent(known)) return known;
    // Who I am is decided by the account alone.
    if (!knownAs || knownAs.kind === 'me' || !this.isShown(knownAs)) return null;
    return { kind: 'person', person: knownAs, at: knownAs.foundAt };
  }

  #isCurrent(finding: Exclude<Finding, { kind: 'person' }>): boolean {
    const isOfContacts = finding.kind === 'nobody' && finding.reason === 'contactNotUnique';
    return isFindingFresh(finding.kind, finding.at, Date.now()) && (!isOfContacts || this.#uses.contacts());
  }

  #remember(address: string, finding: Finding): void {
    this.#findings.set(normalizeAddress(address), finding);
  }
}

/** Whether nothing has to be found: the token's account, and a group that was listed. */
function isTarget(owner: PhotoOwner): owner is 'me' | GroupOwner {
  return owner === 'me' || 'groupId' in owner;
}

function isNotInDirectory(result: object): boolean {
  return isNoPhoto(result) && result.reason === 'notInDirectory';
}

function targetFor({ kind, id }: KnownPerson): PhotoTarget {
  if (kind === 'me') return 'me';
  if (kind === 'contact') return { contactId: id };
  return kind === 'group' ? { groupId: id } : { id };
}

/** An object id of the directory, in place of an address. */
function isObjectId(text: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
}
