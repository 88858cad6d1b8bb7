export type {
  BetaFeaturesApi,
  ChangeDomainParams,
  UpdateInstanceSettingsParams,
} from './beta-features-api.js';
export type { InstanceSettings } from './instance-settings.js';
