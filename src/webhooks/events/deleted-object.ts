/** What is left of something that was deleted. Source: schema DeletedObject. */
export interface DeletedObjectJSON {
  readonly object: string;
  readonly id?: string;
  readonly slug?: string | null;
  readonly deleted: boolean;
}

/** What is left of a user that was deleted. Source: schema DeletedObject. */
export interface UserDeletedJSON extends DeletedObjectJSON {
  /** The id in your own system. */
  readonly external_id?: string;
}
