import type { Endpoint } from '#contract/endpoint.ts';
import { buildRequest, type LooseArgs } from '#contract/request.ts';
import { noConnection, readAnswer } from './client.ts';
import { signedIn } from './session.ts';

export type Downloaded = { blob: Blob; name: string };

/**
 * Fetches a file that an endpoint makes, telling how many bytes have come so far.
 * @throws {ApiError} with the server's problem, or SIN_CONEXION when it was cut off.
 */
export function downloadFile(
  endpoint: Endpoint,
  args: LooseArgs,
  { signal, onBytes }: { signal: AbortSignal; onBytes: (bytes: number) => void },
): Promise<Downloaded> {
  const { path, init } = buildRequest(endpoint, args);
  return signedIn(async () => {
    const response = await fetch(path, { ...init, signal }).catch(cutOff);
    if (!response.ok || !response.body) {
      return readAnswer<Downloaded>(response.status || 500, await response.text());
    }
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let bytes = 0;
    const reader = response.body.getReader();
    for (;;) {
      const { done, value } = await reader.read().catch(cutOff);
      if (done) break;
      parts.push(value);
      bytes += value.byteLength;
      onBytes(bytes);
    }
    const type = response.headers.get('content-type') ?? 'application/octet-stream';
    return { blob: new Blob(parts, { type }), name: nameOf(response) };
  });
}

function cutOff(error: unknown): never {
  if (error instanceof DOMException && error.name === 'AbortError') throw error;
  throw noConnection();
}

function nameOf(response: Response): string {
  const said = response.headers.get('content-disposition') ?? '';
  return /filename="([^"]+)"/.exec(said)?.[1] ?? 'descarga';
}

/** Hands a file to the browser, as if its link had been followed. */
export function saveFile({ blob, name }: Downloaded): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Browsers read it after the click: it must outlive it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
