import type { Answer, CallArgs, Endpoint } from '#contract/endpoint.ts';
import { buildRequest, type LooseArgs } from '#contract/request.ts';
import { noConnection, readAnswer } from './client.ts';
import { signedIn } from './session.ts';

type Options = {
  /** The part that has been sent, from 0 to 1. */
  onProgress: (part: number) => void;
  signal: AbortSignal;
};

/**
 * Sends a file to an endpoint, telling how far it is, which `fetch` does not.
 * @throws {ApiError} as `call` does; an AbortError when the signal stops it.
 */
export function upload<E extends Endpoint>(
  endpoint: E,
  args: CallArgs<E>,
  options: Options,
): Promise<Answer<E>> {
  return signedIn(() => send(endpoint, args, options));
}

function send<E extends Endpoint>(
  endpoint: E,
  args: CallArgs<E>,
  { onProgress, signal }: Options,
): Promise<Answer<E>> {
  const { path, init } = buildRequest(endpoint, args as LooseArgs);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(init.method, path);
    for (const [name, value] of Object.entries(init.headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
      if (lengthComputable) onProgress(loaded / total);
    };
    request.onload = () => {
      try {
        resolve(readAnswer<Answer<E>>(request.status, request.responseText));
      } catch (error) {
        reject(error);
      }
    };
    request.onerror = () => reject(noConnection());
    request.onabort = () => reject(new DOMException('Upload stopped', 'AbortError'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    if (signal.aborted) return reject(new DOMException('Upload stopped', 'AbortError'));
    request.send(init.body ?? null);
  });
}
