/** A class as Nest knows it. */
export type Class = (abstract new (...args: never[]) => unknown) & { prototype: object };

/** Whether what Nest has for a provider is a class, and no function that makes one. */
export function isClass(metatype: unknown): metatype is Class {
  // Factories have a metatype too: their function, which has no prototype when it is an arrow.
  return typeof metatype === 'function' && typeof metatype.prototype === 'object';
}

/** The class of what Nest has for a provider: by its instance, as a factory can have made it. */
export function classOf(instance: unknown, metatype: unknown): Class | undefined {
  const made: unknown =
    typeof instance === 'object' && instance !== null ? instance.constructor : undefined;
  if (isClass(made) && made !== Object) return made;
  return isClass(metatype) ? metatype : undefined;
}

/** The prototypes that an instance gets its methods from, nearest first. */
export function prototypesOf({ prototype }: Class): object[] {
  const levels: object[] = [];
  for (let level: unknown = prototype; isOwnLevel(level); level = Object.getPrototypeOf(level)) {
    levels.push(level);
  }
  return levels;
}

/** The names of all methods that an instance has, inherited ones included. */
export function methodNamesOf(metatype: Class): (string | symbol)[] {
  const names = prototypesOf(metatype).flatMap((level) => Reflect.ownKeys(level));
  return [...new Set(names)].filter((name) => name !== 'constructor');
}

/** The method of that very prototype. */
export function methodOf(level: object, name: string | symbol): object | undefined {
  const value: unknown = Object.getOwnPropertyDescriptor(level, name)?.value;
  return typeof value === 'function' && name !== 'constructor' ? value : undefined;
}

/** The method that an instance answers with under a name. */
export function methodOn(metatype: Class, name: string | symbol): object | undefined {
  const level = prototypesOf(metatype).find((one) => Object.hasOwn(one, name));
  return level && methodOf(level, name);
}

/** Whether a function is a method that instances of a class have from it or a class it extends. */
export function isMethodOf(type: Class, handler: object): boolean {
  return prototypesOf(type).some((level) =>
    Reflect.ownKeys(level).some((name) => methodOf(level, name) === handler),
  );
}

function isOwnLevel(level: unknown): level is object {
  return typeof level === 'object' && level !== null && level !== Object.prototype;
}
