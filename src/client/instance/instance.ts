import { given, shape } from '../shape.js';

/** The instance that the secret key belongs to. Source: schema Instance. */
export interface Instance {
  /** `ins_…` */
  readonly id: string;
  /** `production`, `development`, … */
  readonly environmentType: string;
  /** Origins beside its own that may talk to it: of browser extensions, Electron or Capacitor apps. */
  readonly allowedOrigins: string[] | null;
}

/** Reads a resource whose `object` is `instance`. */
export const readInstance = shape<Instance>({
  id: given,
  environmentType: given,
  allowedOrigins: given,
});
