/** The reason of an aborted signal as an error: an AbortError where the reason is none. */
export function abortReason(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason;
  // A DOMException is no Error in some environments.
  if (reason instanceof Error || reason instanceof DOMException) return reason;
  return new DOMException('The operation was aborted', 'AbortError');
}
