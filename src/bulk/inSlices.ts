/** A task of the page takes no longer, so that clicks and drawing wait for no more. Milliseconds. */
const longest = 12;

/**
 * Runs a computation that is interrupted at each `yield`: after 12 ms the page has its turn.
 * @throws what the computation throws; the signal's reason when it aborts.
 */
export async function inSlices<Result>(steps: Iterator<void, Result>, signal?: AbortSignal): Promise<Result> {
  let end = performance.now() + longest;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < end) continue;
    await nextTask();
    signal?.throwIfAborted();
    end = performance.now() + longest;
  }
}

/** Timers would wait for 4 ms each time. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
