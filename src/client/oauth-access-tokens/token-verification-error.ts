export { TokenVerificationError } from '../../token-verification-error.js';
