import type { DocumentProperties } from '../document.ts';

/** Drops what says nothing: undefined, empty text, empty lists. */
export function definedProperties(
  properties: { [Key in keyof DocumentProperties]: DocumentProperties[Key] | undefined },
): DocumentProperties {
  return Object.fromEntries(
    Object.entries(properties).filter(
      ([, value]) =>
        value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
