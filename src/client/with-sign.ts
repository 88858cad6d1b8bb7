/** A field to sort by: `+` before it for ascending order, which is also meant without a sign, `-` for descending. */
export type WithSign<Field extends string> = `+${Field}` | `-${Field}` | Field;
