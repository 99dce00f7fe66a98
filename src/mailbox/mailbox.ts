import type { Observable } from '../base';

/** A person as Outlook names them. `name` may be empty; `address` may be empty or no mail address. */
export interface Person {
  readonly name: string;
  readonly address: string;
}

/** The field of an item that holds a person. */
export type Part = 'from' | 'to' | 'cc' | 'bcc' | 'required' | 'optional';

export interface Recipient extends Person {
  readonly part: Part;
  /** A distribution list has no photo. */
  readonly isList: boolean;
}

/** What is selected in Outlook, as a plain value. Each person occurs once: as sender or organizer, or as one recipient. */
export type Selection =
  /** Known to be nothing. */
  | { readonly kind: 'nothing' }
  /** There is no item, and the host does not give what is selected: nothing, several messages, or one that it hides. */
  | { readonly kind: 'unknown' }
  /** The selection changed and the item did not: the pane is not pinned, or the host hides the selected message. */
  | { readonly kind: 'notFollowed' }
  /** `senders`: each once, as far as they have been read; null before the first, and in hosts that do not give them. */
  | { readonly kind: 'several'; readonly count: number; readonly senders: readonly Person[] | null }
  /** `sender` differs from `from` when it was sent on behalf of `from`. */
  | {
      readonly kind: 'message';
      readonly meeting: boolean;
      readonly from: Person | null;
      readonly sender: Person | null;
      readonly recipients: readonly Recipient[];
    }
  | { readonly kind: 'draft'; readonly from: Person | null; readonly recipients: readonly Recipient[] }
  | { readonly kind: 'appointment'; readonly organizer: Person | null; readonly recipients: readonly Recipient[] };

/** The account that Outlook uses for the mailbox; the ids are null in hosts that do not give them. */
export interface MailboxOwner extends Person {
  readonly tenantId: string | null;
  readonly objectId: string | null;
}

export type Brightness = 'light' | 'dark';

/** The mailbox that the pane is open in. */
export interface Mailbox {
  /** The owner of the mailbox; null until the host gives the address. */
  readonly me: Observable<MailboxOwner | null>;
  /** Resolves once the ids of the owner of this moment have been read, or cannot be. */
  readonly identified: () => Promise<void>;
  readonly selection: Observable<Selection>;
  /** Reads again what is selected, and the people of a draft: hosts do not report every change of them. */
  readonly rereadSelection: () => void;
  /** Outlook's theme; null in hosts that do not give it. */
  readonly brightness: Observable<Brightness | null>;
  /** The language tag of Outlook's user interface, such as `de-DE`. */
  readonly language: string;
  /** Outlook on a phone, which has no pin, no drafts, no appointments and no shared mailboxes for add-ins. */
  readonly isPhone: boolean;
}
