/** What of the instance to change. Null, like nothing, leaves a setting as it is. */
export interface UpdateInstanceParams {
  /** Whether there are email addresses and phone numbers for tests. */
  readonly testMode?: boolean | null | undefined;
  /** Whether passwords are looked up in known leaks (Have I Been Pwned). */
  readonly hibp?: boolean | null | undefined;
  /** Whether mail goes out from an address of Clerk's. */
  readonly enhancedEmailDeliverability?: boolean | null | undefined;
  /** Where users find help. */
  readonly supportEmail?: string | null | undefined;
  /** The version of `@clerk/clerk-js` that browsers load. */
  readonly clerkJsVersion?: string | null | undefined;
  /** Where the application is while you develop. */
  readonly developmentOrigin?: string | null | undefined;
  /** Origins beside its own that may talk to it: of browser extensions, Electron or Capacitor apps. */
  readonly allowedOrigins?: readonly string[] | undefined;
  /** @deprecated Its name is `urlBasedSessionSyncing` now. */
  readonly cookielessDev?: boolean | null | undefined;
  /** Whether development goes without third-party cookies, with the session in the URL. */
  readonly urlBasedSessionSyncing?: boolean | null | undefined;
  /** What sign-in asks for first where a password is required; an empty text for no preference. */
  readonly preferredSignInStrategyWhenPasswordRequired?: 'password' | 'otp' | '' | null | undefined;
}

/** What of the restrictions to change. Null, like nothing, leaves a setting as it is. */
export interface UpdateRestrictionsParams {
  /** Whether only identifiers on the allowlist may sign up. */
  readonly allowlist?: boolean | null | undefined;
  /** Whether identifiers on the blocklist may not sign up. */
  readonly blocklist?: boolean | null | undefined;
  /** Whether both lists are for signing up only. */
  readonly allowlistBlocklistDisabledOnSignIn?: boolean | null | undefined;
  /** Whether addresses with `+`, `=` or `#` in their local part may not sign up. */
  readonly blockEmailSubaddresses?: boolean | null | undefined;
  /** Whether addresses of throw-away services may not sign up. */
  readonly blockDisposableEmailDomains?: boolean | null | undefined;
  /** Whether Gmail addresses that differ in dots only count as one. */
  readonly ignoreDotsForGmailAddresses?: boolean | null | undefined;
}

/** What of the settings of all organizations to change. Null, like nothing, leaves a setting as it is. */
export interface UpdateOrganizationSettingsParams {
  /** Whether there are organizations. */
  readonly enabled?: boolean | null | undefined;
  /** How many members a new organization may have; 0 for any number. */
  readonly maxAllowedMemberships?: number | null | undefined;
  /** Whether administrators may delete a new organization. */
  readonly adminDeleteEnabled?: boolean | null | undefined;
  /** Whether organizations may have domains. */
  readonly domainsEnabled?: boolean | null | undefined;
  /** Whether organizations have no slugs. */
  readonly slugDisabled?: boolean | null | undefined;
  /** What an organization may choose from for its domains: `automatic_invitation`, `automatic_suggestion`. */
  readonly domainsEnrollmentModes?: readonly string[] | undefined;
  /** The id of the role that whoever creates an organization gets (`role_…`). */
  readonly creatorRoleId?: string | null | undefined;
  /** The id of the role that users get who join by a domain (`role_…`). */
  readonly domainsDefaultRoleId?: string | null | undefined;
}

/** What of the communication to change. */
export interface UpdateInstanceCommunicationParams {
  /** All countries that get no text messages, as ISO 3166-1 alpha-2 codes; unknown ones are dropped. */
  readonly blockedCountryCodes?: readonly string[] | null;
}

/** What of Clerk Protect to change. Null, like nothing, leaves a setting as it is. */
export interface UpdateInstanceProtectParams {
  /** Whether its rules decide about attempts. */
  readonly rulesEnabled?: boolean | null;
  /** Whether Specter, Clerk's bot detection, looks at attempts. */
  readonly specterEnabled?: boolean | null;
}

/** What of the settings of all OAuth applications to change. */
export interface UpdateOAuthApplicationSettingsParams {
  /** Whether clients may register themselves (RFC 7591). */
  readonly dynamicOauthClientRegistration?: boolean | null;
  /** The scopes of an application that names none; null for Clerk's own choice. */
  readonly defaultScopes?: readonly string[] | null;
  /** Whether access tokens are JSON Web Tokens; false for opaque ones. */
  readonly oauthJwtAccessTokens?: boolean | null;
  /** Whether the server's metadata says that Client ID Metadata Documents work. */
  readonly clientIdMetadataDocumentsAdvertised?: boolean | null;
  /** Whether clients with such a document that nobody knows yet are turned away. */
  readonly clientIdMetadataDocumentsOnlyAllowPreRegisteredClients?: boolean | null;
  /** Whether clients with such a document are turned away that nobody has expressly allowed. */
  readonly clientIdMetadataDocumentsBlockImplicitlyAllowedClients?: boolean | null;
}
