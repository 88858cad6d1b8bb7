/** A role of the instance. Times are Unix times in milliseconds. Source: schema Role. */
export interface RoleJSON {
  readonly object: 'role';
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly description: string | null;
  readonly is_creator_eligible: boolean;
  readonly permissions: readonly PermissionJSON[];
  readonly created_at: number;
  readonly updated_at: number;
}

/** A permission of the instance. Times are Unix times in milliseconds. Source: schema Permission. */
export interface PermissionJSON {
  readonly object: 'permission';
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly description: string;
  readonly type: string;
  readonly created_at: number;
  readonly updated_at: number;
}
