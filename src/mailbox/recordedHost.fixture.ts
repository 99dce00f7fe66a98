/** How a property of a host can be broken. */
export interface Fault {
  /** As `record` names it. */
  readonly path: string;
  /** What reading it gives; throws where the host's getter does. */
  readonly read: () => unknown;
}

/**
 * A host that behaves like `value` and reports each property that is read, such as `context.mailbox.item.to[].emailAddress`;
 * `()` stands for what a function returns, or passes to its callback. `fault`: the property that is broken.
 */
export function recorded<T>(value: T, report: (path: string) => void, fault: Fault | null = null, path = ''): T {
  const within = <V>(inner: V, name: string): V => recorded(inner, report, fault, path + name);
  if (Array.isArray(value)) return value.map((one: unknown) => within(one, '[]')) as T;
  if (value instanceof Promise) return value.then((result: unknown) => within(result, '')) as T;
  if (typeof value === 'function') return recordedFunction(value as Call, within) as T;
  if (typeof value !== 'object' || value === null) return value;
  const wrapped = new Map<string, unknown>();
  return new Proxy(value, {
    get(target, key) {
      // Promises ask whether a value is one of them.
      if (typeof key === 'symbol' || key === 'then') return Reflect.get(target, key) as unknown;
      const name = path === '' ? key : `.${key}`;
      report(path + name);
      if (fault?.path === path + name) return fault.read();
      const inner: unknown = Reflect.get(target, key);
      // The same object again for the same property, as a host gives it.
      const known = wrapped.get(key) as { inner: unknown; outer: unknown } | undefined;
      if (known?.inner === inner) return known?.outer;
      const outer = within(inner, name);
      wrapped.set(key, { inner, outer });
      return outer;
    },
  });
}

type Call = (...all: unknown[]) => unknown;

function recordedFunction(call: Call, within: <V>(inner: V, name: string) => V): unknown {
  return (...all: unknown[]) => {
    const passed = all.map((one) =>
      typeof one === 'function'
        ? (...results: unknown[]) => (one as Call)(...results.map((each) => within(each, '()')))
        : one,
    );
    return within(call(...passed), '()');
  };
}
