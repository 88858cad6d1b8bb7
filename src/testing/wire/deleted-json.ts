/** What the Backend API sends of an object that was deleted. Source: `DeletedObject` in its OpenAPI document. */
export function deletedJson(
  object: string,
  { id, slug }: { readonly id: string; readonly slug?: string },
): Record<string, unknown> {
  return { object, id, ...(slug !== undefined && { slug }), deleted: true };
}
