import { ConfigurableModuleBuilder } from '@nestjs/common';
import type { ClerkWebhookOptions } from './webhook-options.js';

/** `forRoot`, `forRootAsync` and the token of the raw options, as Nest makes them. */
export const { ConfigurableModuleClass, MODULE_OPTIONS_TOKEN } =
  new ConfigurableModuleBuilder<ClerkWebhookOptions>({ moduleName: 'ClerkWebhook' })
    .setClassMethodName('forRoot')
    .setFactoryMethodName('createClerkWebhookOptions')
    .build();
