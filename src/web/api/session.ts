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
export function callSignedIn<E extends Endpoint>(
  endpoint: E,
  args: CallArgs<E>,
): Promise<Answer<E>> {
  return signedIn(() => call(endpoint, args));
}

/** Does something that needs the session; asks for it and does it again when it has ended. */
export async function signedIn<A>(act: () => Promise<A>): Promise<A> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'SIN_SESION' || !signInAgain) throw error;
    waiting ??= signInAgain().finally(() => {
      waiting = undefined;
    });
    if (!(await waiting)) throw error;
    return act();
  }
}
