type ErrorClass<E extends Error> = abstract new (...args: never[]) => E;

/** The class of each error of a union, by its name: a missing class is a compile error. */
export type ClassesOf<E extends Error> = {
  readonly [Name in E['name']]: ErrorClass<Extract<E, { readonly name: Name }>>;
};

/** Whether something that was thrown is an instance of one of the classes. */
export function isInstanceOf(error: unknown, classes: Readonly<Record<string, ErrorClass<Error>>>): boolean {
  return Object.values(classes).some((one) => error instanceof one);
}
