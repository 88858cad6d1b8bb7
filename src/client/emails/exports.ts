export type { BatchEmailResult } from './batch-email-result.js';
export type { EmailApi } from './email-api.js';
export type {
  CreateBatchEmailParams,
  CreateEmailOptions,
  CreateEmailParams,
  EmailAttachment,
  EmailContent,
  EmailRecipient,
  Mailbox,
} from './email-params.js';
export type { Email } from './email.js';
export { InvalidEmailError } from './invalid-email-error.js';
