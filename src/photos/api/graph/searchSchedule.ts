/** Searches are sent after this time even if people are still being requested by address. Milliseconds. */
const longestWait = 1_000;

/**
 * Decides when searches are sent: once all people who were requested by address have been answered, so that those whom the
 * directory does not know as logins are one request.
 */
export class SearchSchedule {
  #inFlight = 0;
  #waiting: (() => void)[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isDue = false;

  /** Searches wait for this request by address. @returns the same promise. */
  waitFor<T>(request: Promise<T>): Promise<T> {
    this.#inFlight++;
    const settle = (): void => {
      this.#inFlight--;
      if (this.#inFlight === 0 && this.#waiting.length > 0) this.#sendInNextTask();
    };
    request.then(settle, settle);
    return request;
  }

  /** Sends a search with the others of the moment. */
  add(send: () => void): void {
    this.#waiting.push(send);
    if (this.#inFlight === 0) this.#sendInNextTask();
    else this.#sendLater();
  }

  /** Not at once: other answers of the moment may lead to searches too. */
  #sendInNextTask(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#isDue = false;
      this.#timer = undefined;
      // The answers may have led to more requests by address, and those lead to more searches.
      if (this.#inFlight > 0) this.#sendLater();
      else this.#sendAll();
    });
  }

  /** When the requests by address are answered, or after the longest wait. */
  #sendLater(): void {
    this.#timer ??= setTimeout(() => this.#sendAll(), longestWait);
  }

  #sendAll(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#isDue = false;
    for (const send of this.#waiting.splice(0)) send();
  }
}
