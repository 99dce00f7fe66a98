import type { QueryObserver, QueryObserverResult } from '@tanstack/query-core';
import type { Observable } from '../../base';

/**
 * A query as an observable whose value stays the same object until something changes. `phaseOf`: what else the value
 * depends on, such as whether a copy has become too old.
 */
export function watchQuery<Data, Value>(
  observer: QueryObserver<Data>,
  valueOf: (result: QueryObserverResult<Data>) => Value,
  phaseOf: (result: QueryObserverResult<Data>) => unknown = () => null,
): Observable<Value> {
  let result = observer.getCurrentResult();
  let phase = phaseOf(result);
  let value = valueOf(result);
  return {
    get value() {
      const current = observer.getCurrentResult();
      const currentPhase = phaseOf(current);
      if (current !== result || currentPhase !== phase) {
        [result, phase] = [current, currentPhase];
        value = valueOf(current);
      }
      return value;
    },
    subscribe: (listener) => observer.subscribe(() => listener()),
  };
}
