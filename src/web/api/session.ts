import type { Answer, CallArgs, Endpoint } from '#contract/endpoint.ts';
import { ApiError, call } from './client.ts';

type SignInAgain = () => Promise<boolean>;

let signInAgain: SignInAgain | undefined;
let waiting: Promise<boolean> | undefined;

/** The app tells how it asks for the password again; true once the person is back in. */
export function onSessionLost(handler: SignInAgain | undefined): void {
  signInAgain = handler;
}

/**
 * Calls an endpoint; when the session has ended meanwhile, asks to sign in again and repeats the call,
 * so that nothing typed is lost. Calls that fail together ask once.
 * @throws {ApiError} as `call` does.
 */
export async function callSignedIn<E extends Endpoint>(
  endpoint: E,
  args: CallArgs<E>,
): Promise<Answer<E>> {
  try {
    return await call(endpoint, args);
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'SIN_SESION' || !signInAgain) throw error;
    waiting ??= signInAgain().finally(() => {
      waiting = undefined;
    });
    if (!(await waiting)) throw error;
    return call(endpoint, args);
  }
}
