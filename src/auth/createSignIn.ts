import { observable, withDeadline, type Observable } from '../base';
import { isOwner, type Owner } from './account';
import { dialogSignIn, type AskInDialog } from './dialogSignIn';
import { InteractionRequiredError, WrongAccountError } from './errors';
import { signInFailure } from './authErrorOf';
import { connect, hasBridge, type NestedSignIn } from './nestedAppAuth';
import type { Token, TokenRequest, TokenSource } from './tokens';

export interface SignInOptions {
  readonly clientId: string;
  readonly authority: string;
  /** Settles when Outlook is up: its bridge may be there only then. */
  readonly hostReady: Promise<unknown>;
  /** Who owns the mailbox, where the host tells. */
  readonly owner: () => Owner | null;
  /** Settles when the host has told all it will tell of the owner. Only then a token is refused for being another's. */
  readonly identified: () => Promise<unknown>;
  readonly askInDialog: AskInDialog;
  /** Address of the page that signs in inside a dialog. */
  readonly page: string;
}

/** Longer than any single step: the last word on every wait. Milliseconds. */
const limit = 330_000;

export interface SignIn extends TokenSource {
  /** The latest token's account and permissions; null before the first. */
  readonly latest: Observable<Pick<Token, 'account' | 'scopes'> | null>;
}

/**
 * Makes the pane's source of tokens: Outlook's own sign-in where it has a bridge, an Office dialog where not. Silent
 * first; a prompt only when the request says that it comes from a click.
 */
export function createSignIn(options: SignInOptions): SignIn {
  const latest = observable<Pick<Token, 'account' | 'scopes'> | null>(null);
  const dialog = dialogSignIn(options.askInDialog, options.page);
  const flights = new Map<string, Promise<Token>>();
  let connecting: Promise<NestedSignIn | null> | null = null;
  /** The latest token was for another account: asking silently would bring the same one again. */
  let misled = false;

  const nested = async (): Promise<NestedSignIn | null> => {
    if (!hasBridge()) await options.hostReady;
    // Not remembered while there is no bridge: some hosts bring it late.
    if (!hasBridge()) return null;
    connecting ??= connect(options);
    try {
      return await connecting;
    } catch (error) {
      // The next asker tries anew.
      connecting = null;
      throw error;
    }
  };

  const throughOutlook = async (request: TokenRequest, outlook: NestedSignIn): Promise<Token | null> => {
    if (misled && request.interactive) return outlook.withPrompt(request);
    try {
      return await outlook.silently(request);
    } catch (error) {
      const failure = signInFailure(error, request.scopes);
      if (!request.interactive || !(failure instanceof InteractionRequiredError)) throw failure;
      return outlook.withPrompt(request);
    }
  };

  const throughDialog = (request: TokenRequest): Token | Promise<Token> => {
    const held = dialog.held(request);
    if (held) return held;
    if (!request.interactive) throw new InteractionRequiredError(request.scopes);
    return dialog.withPrompt(request, options.owner()?.address);
  };

  const acquire = async (request: TokenRequest): Promise<Token> => {
    try {
      const outlook = await nested();
      return (outlook && (await throughOutlook(request, outlook))) ?? (await throughDialog(request));
    } catch (error) {
      throw signInFailure(error, request.scopes);
    }
  };

  /** Askers for the same token share one flight; one that gives up does not end it for the others. */
  const shared = (request: TokenRequest): Promise<Token> => {
    const { scopes, claims, fresh = false, interactive = false } = request;
    const key = JSON.stringify([scopes, claims, fresh, interactive]);
    const flight = flights.get(key) ?? acquire(request).finally(() => flights.delete(key));
    flights.set(key, flight);
    return flight;
  };

  /** A token may name only what it was asked for: what others of the same account named counts too. */
  const held = ({ account, scopes }: Token): readonly string[] => {
    const before = latest.value?.account.username === account.username ? latest.value.scopes : [];
    return [...new Set([...before, ...scopes])];
  };

  return {
    latest,
    async getToken({ signal, ...request }) {
      const token = await withDeadline(shared(request), limit, 'sign-in', signal);
      latest.set({ account: token.account, scopes: held(token) });
      let owner = options.owner();
      if (owner && !isOwner(token.account, owner)) {
        // Somebody may sign in with a name that is no address of the mailbox: the ids tell.
        await options.identified();
        owner = options.owner();
      }
      misled = owner !== null && !isOwner(token.account, owner);
      if (!misled || !owner) return token;
      dialog.forget(token);
      throw new WrongAccountError(token.account, owner.address, request.scopes);
    },
  };
}
