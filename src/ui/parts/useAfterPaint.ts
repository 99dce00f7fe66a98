import { useEffect, useState } from 'react';

/**
 * The value as of the last paint. A click is answered by a paint at once: what is expensive to draw comes in the next one
 * (Interaction to Next Paint).
 */
export function useAfterPaint<T>(value: T): T {
  const [painted, setPainted] = useState(value);
  // Effects run after the paint.
  useEffect(() => setPainted(() => value), [value]);
  return painted;
}
