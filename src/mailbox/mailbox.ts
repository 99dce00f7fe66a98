import type { Observable } from '../base';

/** Somebody as Outlook names them; `name` may be empty, `address` may be no address at all. */
export interface Person {
  readonly name: string;
  readonly address: string;
}

/** How somebody stands in an item. */
export type Part = 'from' | 'to' | 'cc' | 'bcc' | 'required' | 'optional';

export interface Recipient extends Person {
  readonly part: Part;
  /** A distribution list, which has members and no face. */
  readonly isList: boolean;
}

/** What is selected in Outlook, as a plain value. Nobody stands twice among the recipients, nor there and above them. */
export type Selection =
  | { readonly kind: 'nothing' }
  /** `senders`: each once, as many as are known by now; null where the host does not tell. */
  | { readonly kind: 'several'; readonly count: number; readonly senders: readonly Person[] | null }
  /** `sender` differs from `from` when somebody sent on behalf of `from`. */
  | {
      readonly kind: 'message';
      readonly meeting: boolean;
      readonly from: Person | null;
      readonly sender: Person | null;
      readonly recipients: readonly Recipient[];
    }
  | { readonly kind: 'draft'; readonly from: Person | null; readonly recipients: readonly Recipient[] }
  | { readonly kind: 'appointment'; readonly organizer: Person | null; readonly recipients: readonly Recipient[] };

/** The account that Outlook itself uses for the mailbox; ids only where the host tells them. */
export interface Me extends Person {
  readonly tenantId: string | null;
  readonly objectId: string | null;
}

export type Brightness = 'light' | 'dark';

/** Who is here and what is selected. */
export interface Mailbox {
  /** Null until the host tells who the mailbox belongs to. */
  readonly me: Observable<Me | null>;
  /** Settles once the host has told the ids of the account, or is known not to. */
  readonly identified: Promise<void>;
  readonly selection: Observable<Selection>;
  /** Outlook's own theme; null where it does not tell, then the system's counts. */
  readonly brightness: Observable<Brightness | null>;
  /** Language tag of Outlook's own texts, such as `de-DE`. */
  readonly language: string;
  /** The host says that it can sign in for the add-in (requirement set NestedAppAuth 1.1). */
  readonly promisesNestedAuth: boolean;
}
