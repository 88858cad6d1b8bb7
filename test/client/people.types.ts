/**
 * Checked by `tsc -p test/tsconfig.json`, never run: code that was written for the vendor's client
 * takes ours.
 */
import type {
  ActorToken,
  AgentTask,
  AllowlistIdentifier,
  BlocklistIdentifier,
  Client,
  ClerkClient as VendorClient,
  EmailAddress,
  Invitation,
  OauthAccessToken,
  PhoneNumber,
  Session,
  SignInToken,
  SignUpAttempt,
  TestingToken,
  User,
  WaitlistEntry,
} from '@clerk/backend';
import type { BackendApiClient } from '../../src/client/index.js';
import type * as Ours from '../../src/client/index.js';

/** Without `raw`, which has a type of its own for each kind of resource at the vendor's. */
type Bare<T> = T extends (...args: never) => Promise<infer Answer>
  ? (...args: never) => Promise<Bare<Answer>>
  : T extends readonly (infer Item)[]
    ? Bare<Item>[]
    : T extends object
      ? { readonly [Name in keyof T as Exclude<Name, 'raw'>]: Bare<T[Name]> }
      : T;

/** The calls that read. */
type Reads<All extends { readonly [Api in keyof Names]: object }> = {
  readonly [Api in keyof Names]: Bare<Pick<All[Api], Names[Api] & keyof All[Api]>>;
};

interface Names {
  users:
    | 'getUser'
    | 'getUserList'
    | 'getCount'
    | 'getUserOauthAccessToken'
    | 'getOrganizationMembershipList'
    | 'getOrganizationInvitationList'
    | 'verifyPassword'
    | 'verifyTOTP';
  emailAddresses: 'getEmailAddress';
  phoneNumbers: 'getPhoneNumber';
  sessions: 'getSession' | 'getSessionList' | 'getToken';
  clients: 'getClient' | 'getClientList' | 'verifyClient' | 'getHandshakePayload';
  signUps: 'get';
  invitations: 'getInvitationList';
  waitlistEntries: 'list';
  allowlistIdentifiers: 'getAllowlistIdentifierList';
  blocklistIdentifiers: 'getBlocklistIdentifierList';
  emails: 'get';
}

/** The vendor's client can stand in for ours where things are read. */
export const standIn = (vendor: Reads<VendorClient>): Reads<BackendApiClient> => vendor;

/** Members that are hidden in the vendor's classes: private ones, and their way back to JSON. */
type Public<T> = Pick<T, keyof T>;

/** Our resources where the vendor's are expected. */
export const resources = (
  user: Ours.User,
  emailAddress: Ours.EmailAddress,
  phoneNumber: Ours.PhoneNumber,
  session: Ours.Session,
  client: Ours.Client,
  signInToken: Ours.SignInToken,
  signUp: Ours.SignUpAttempt,
  actorToken: Ours.ActorToken,
  agentTask: Ours.AgentTask,
  testingToken: Ours.TestingToken,
  invitation: Ours.Invitation,
  entry: Ours.WaitlistEntry,
  allowed: Ours.AllowlistIdentifier,
  blocked: Ours.BlocklistIdentifier,
  token: Ours.OauthAccessToken,
): [
  Omit<Public<User>, 'raw'>,
  Public<EmailAddress>,
  Public<PhoneNumber>,
  // The API says null, which the vendor's types forget.
  Omit<Public<Session>, 'lastActiveOrganizationId' | 'latestActivity'>,
  Omit<Public<Client>, 'sessions'>,
  Public<SignInToken>,
  Public<SignUpAttempt>,
  Public<ActorToken>,
  Public<AgentTask>,
  Public<TestingToken>,
  Omit<Public<Invitation>, 'raw'>,
  Omit<Public<WaitlistEntry>, 'invitation'>,
  Public<AllowlistIdentifier>,
  Public<BlocklistIdentifier>,
  Public<OauthAccessToken>,
] => [
  user,
  emailAddress,
  phoneNumber,
  session,
  client,
  signInToken,
  signUp,
  actorToken,
  agentTask,
  testingToken,
  invitation,
  entry,
  allowed,
  blocked,
  token,
];

type Methods<Api> = {
  [Name in keyof Api]: Api[Name] extends (...args: infer Args) => unknown ? Args : never;
};

/** What the vendor's methods take, ours take: a call goes on compiling. */
export const parameters = (vendor: {
  users: Methods<VendorClient['users']>;
  sessions: Methods<VendorClient['sessions']>;
  invitations: Methods<VendorClient['invitations']>;
  waitlistEntries: Methods<VendorClient['waitlistEntries']>;
  emails: Methods<VendorClient['emails']>;
  actorTokens: Methods<VendorClient['actorTokens']>;
  agentTasks: Methods<VendorClient['agentTasks']>;
  signInTokens: Methods<VendorClient['signInTokens']>;
  signUps: Methods<VendorClient['signUps']>;
  emailAddresses: Methods<VendorClient['emailAddresses']>;
  phoneNumbers: Methods<VendorClient['phoneNumbers']>;
  clients: Methods<VendorClient['clients']>;
  allowlistIdentifiers: Methods<VendorClient['allowlistIdentifiers']>;
  blocklistIdentifiers: Methods<VendorClient['blocklistIdentifiers']>;
}): { [Api in keyof typeof vendor]: Partial<Methods<BackendApiClient[Api]>> } => vendor;

/** A digest and its algorithm go together, and nothing pages by two ways at once. */
export const wrong = async ({ users, organizations }: BackendApiClient): Promise<void> => {
  await users.createUser({ passwordDigest: '$2a$', passwordHasher: 'bcrypt' });
  // @ts-expect-error -- without its algorithm
  await users.createUser({ passwordDigest: '$2a$' });
  // @ts-expect-error -- without a digest
  await users.createUser({ passwordHasher: 'bcrypt' });
  // @ts-expect-error -- without its algorithm
  await users.updateUser('user_1', { passwordDigest: '$2a$' });
  // @ts-expect-error -- without a digest
  await users.updateUser('user_1', { passwordHasher: 'bcrypt' });
  // @ts-expect-error -- one of the two
  await organizations.getOrganization({ organizationId: 'org_1', slug: 'acme' });
  // @ts-expect-error -- for lists only
  users.each({ startingAfter: 'user_1' });
};
