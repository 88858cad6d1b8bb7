export type { RoleSetApi } from './role-set-api.js';
export type { RoleSetItem } from './role-set-item.js';
export type { RoleSetMigration } from './role-set-migration.js';
export type {
  AddRolesToRoleSetParams,
  CreateRoleSetParams,
  GetRoleSetListParams,
  ReplaceRoleInRoleSetParams,
  ReplaceRoleSetParams,
  UpdateRoleSetParams,
} from './role-set-params.js';
export type { RoleSet } from './role-set.js';
