export type { EnterpriseConnectionApi } from './enterprise-connection-api.js';
export type { EnterpriseConnectionOauthConfig } from './enterprise-connection-oauth-config.js';
export type { EnterpriseConnectionOidcParams } from './enterprise-connection-oidc-params.js';
export type {
  CreateEnterpriseConnectionParams,
  EnterpriseConnectionCustomAttributeParams,
  EnterpriseConnectionListParams,
  EnterpriseConnectionTestRunListParams,
  OrganizationEnterpriseConnectionProvider,
  UpdateEnterpriseConnectionParams,
} from './enterprise-connection-params.js';
export type {
  EnterpriseConnectionSamlConnection,
  EnterpriseConnectionSamlConnectionLoginHint,
} from './enterprise-connection-saml-connection.js';
export type {
  EnterpriseConnectionSamlAttributeMappingParams,
  EnterpriseConnectionSamlLoginHintParams,
  EnterpriseConnectionSamlParams,
} from './enterprise-connection-saml-params.js';
export type {
  EnterpriseConnectionTestRun,
  EnterpriseConnectionTestRunLog,
  EnterpriseConnectionTestRunOauth,
  EnterpriseConnectionTestRunSaml,
  EnterpriseConnectionTestRunStart,
  EnterpriseConnectionTestRunStatus,
  EnterpriseConnectionTestRunUserInfo,
} from './enterprise-connection-test-run.js';
export type {
  EnterpriseConnection,
  EnterpriseConnectionCustomAttribute,
} from './enterprise-connection.js';
