import { deferred, domainOf } from '../../base';

/** Answers of a domain that are enough to know its habit. More would delay lists of people where addresses are logins. */
const enoughAnswers = 5;

/**
 * While fewer are known, so many requests are sent at once: one batch. The other addresses wait for their outcome, which saves
 * requests where the addresses are no login names.
 */
const maxProbes = 20;

interface Habit {
  logins: number;
  others: number;
  /** Requests for addresses that have not been answered. */
  inFlight: number;
  /** Resolves when all of them are answered. */
  decided: ReturnType<typeof deferred<undefined>>;
}

/**
 * Learns per mail domain whether addresses are login names there. Where most are, an address is requested as it is; where
 * most are not, the directory is searched first, which saves a request.
 */
export class LoginHabits {
  readonly #habits = new Map<string, Habit>();

  /**
   * Whether to request an address before searching for it, which takes so many `requests`. Waits while enough addresses of
   * the domain are being tried. After true, `record` has to be called.
   */
  async isLikelyLogin(address: string, requests: number): Promise<boolean> {
    const habit = this.#habitOf(address);
    const isSure = habit.logins + habit.others >= enoughAnswers;
    if (!isSure && habit.inFlight + requests > maxProbes) await habit.decided.promise;
    const isLikely = habit.logins >= habit.others;
    if (isLikely) habit.inFlight += requests;
    return isLikely;
  }

  /** Records the outcome of so many `requests` for an address; null: they failed, which says nothing. */
  record(address: string, requests: number, isLogin: boolean | null): void {
    const habit = this.#habitOf(address);
    if (isLogin === true) habit.logins++;
    if (isLogin === false) habit.others++;
    habit.inFlight -= requests;
    if (habit.inFlight > 0) return;
    habit.decided.resolve(undefined);
    habit.decided = deferred<undefined>();
  }

  /** Records that an address is a login name, however that became known. */
  recordLogin(address: string): void {
    this.#habitOf(address).logins++;
  }

  #habitOf(address: string): Habit {
    const domain = domainOf(address);
    const habit = this.#habits.get(domain) ?? { logins: 0, others: 0, inFlight: 0, decided: deferred<undefined>() };
    this.#habits.set(domain, habit);
    return habit;
  }
}
