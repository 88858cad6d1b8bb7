import { LocalInstance } from 'clerk-nestjs/testing';

/** What signs the session tokens of the production instance below. */
export const instance = new LocalInstance();

/** A production instance whose Frontend API is `clerk.primary.example`; nothing of it is asked. */
export const LIVE = {
  publishableKey: `pk_live_${Buffer.from('clerk.primary.example$').toString('base64')}`,
  jwtKey: instance.jwtKey,
};

/** A satellite of it that asks about every visitor, so that one request shows where it asks. */
export const ASKING = { ...LIVE, isSatellite: true, satelliteAutoSync: true };

/** The Frontend API of the primary, which signs as the issuer of its tokens. */
export const PRIMARY_ISSUER = 'https://clerk.primary.example';

/** The same of a satellite. */
export const SATELLITE_ISSUER = 'https://clerk.satellite.example';

/** The cookies of a browser in which Ada is signed in, acting for Acme; on the primary unless `iss` says otherwise. */
export function cookiesOfAda(claims?: Readonly<Record<string, unknown>>): string {
  const token = instance.mintSessionToken('ada', { iss: PRIMARY_ISSUER, ...claims });
  return `__session=${token}; __client_uat=1`;
}
