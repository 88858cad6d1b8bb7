import { given, shape } from '../shape.js';

/** What holds for all OAuth applications of the instance. Source: schema OAuthApplicationSettings. */
export interface OAuthApplicationSettings {
  /** Whether clients may register themselves (RFC 7591). */
  readonly dynamicOauthClientRegistration: boolean;
  /** The scopes of an application that names none; null for Clerk's own choice. */
  readonly defaultScopes: string[] | null;
  /** Whether access tokens are JSON Web Tokens; false for opaque ones. */
  readonly oauthJwtAccessTokens: boolean;
  /** Whether the server's metadata says that Client ID Metadata Documents work. */
  readonly clientIdMetadataDocumentsAdvertised: boolean;
  /** Whether clients with such a document that nobody knows yet are turned away. */
  readonly clientIdMetadataDocumentsOnlyAllowPreRegisteredClients: boolean;
  /** Whether clients with such a document are turned away that nobody has expressly allowed. */
  readonly clientIdMetadataDocumentsBlockImplicitlyAllowedClients: boolean;
}

/** Reads a resource whose `object` is `oauth_application_settings`. */
export const readOAuthApplicationSettings = shape<OAuthApplicationSettings>({
  dynamicOauthClientRegistration: given,
  defaultScopes: given,
  oauthJwtAccessTokens: given,
  clientIdMetadataDocumentsAdvertised: given,
  clientIdMetadataDocumentsOnlyAllowPreRegisteredClients: given,
  clientIdMetadataDocumentsBlockImplicitlyAllowedClients: given,
});
