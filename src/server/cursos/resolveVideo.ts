import { readEnlace } from '#contract/video.ts';
import type { Trx } from '../core/db/connect.ts';
import { invalid } from '../core/errors.ts';

type Columns = {
  videoTipo: 'YOUTUBE' | 'VIMEO' | 'ENLACE' | 'ARCHIVO' | null;
  videoRef: string | null;
  videoId: string | null;
};

/**
 * The video columns that a lesson's form asks for; none of them when it says nothing about the video.
 * @throws {AppError} VALIDACION for a link that is no video's, an unknown upload, or both at once.
 */
export async function resolveVideo(
  trx: Trx,
  {
    videoEnlace,
    videoId,
  }: { videoEnlace?: string | null | undefined; videoId?: string | null | undefined },
): Promise<Partial<Columns>> {
  if (videoEnlace && videoId) {
    throw invalid('videoEnlace', 'Elige el enlace o el video subido, no los dos.');
  }
  if (videoEnlace) {
    const leido = readEnlace(videoEnlace);
    if ('error' in leido) throw invalid('videoEnlace', leido.error);
    return { videoTipo: leido.tipo, videoRef: leido.ref, videoId: null };
  }
  if (videoId) {
    // Locked, so that the clean-up does not take it away before it is in use.
    const video = await trx
      .selectFrom('video')
      .select('id')
      .where('id', '=', videoId)
      .where('completo', '=', true)
      .forShare()
      .executeTakeFirst();
    if (!video) throw invalid('videoId', 'Ese video ya no está. Súbelo de nuevo.');
    return { videoTipo: 'ARCHIVO', videoRef: null, videoId };
  }
  if (videoEnlace === undefined && videoId === undefined) return {};
  return { videoTipo: null, videoRef: null, videoId: null };
}
