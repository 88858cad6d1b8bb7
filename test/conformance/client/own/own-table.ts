import type { BackendApiClient } from '../../../../src/client/index.js';
import type { Arguments } from '../calls/call-table.js';

type Method<
  Api extends keyof BackendApiClient,
  Name extends keyof BackendApiClient[Api],
> = BackendApiClient[Api][Name] extends (...args: infer Args) => unknown
  ? Readonly<Args>
  : Arguments;

/** Calls of methods of ours, by API and method. */
export type OwnTable = {
  readonly [Api in keyof BackendApiClient]?: {
    readonly [Name in keyof BackendApiClient[Api]]?: () => readonly Method<Api, Name>[];
  };
};
