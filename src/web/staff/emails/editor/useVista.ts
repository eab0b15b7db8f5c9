import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { previewAutomatico } from '#contract/automaticos.ts';
import type { ClaveAutomatico, TipoCampana } from '#contract/emails.ts';
import { previewContenido, type VistaPrevia } from '#contract/plantillas.ts';
import type { ApiError } from '../../../api/client.ts';
import { callSignedIn } from '../../../api/session.ts';

/** What a form holds of a content while it is being written. */
export type Escrito = {
  asunto?: string | null | undefined;
  preheader?: string | null | undefined;
  cuerpo?: string | null | undefined;
};

type Cuerpo = { asunto: string; preheader: string; cuerpo: string; clienteId: number | null };

/** Where the views of a message come from. */
export type FuenteVista = {
  key: readonly unknown[];
  load: (body: Cuerpo, signal: AbortSignal) => Promise<VistaPrevia>;
};

type Sobre = {
  tipo: TipoCampana;
  tallerId?: number | null | undefined;
  cursoId?: number | null | undefined;
  productoId?: number | null | undefined;
};

/** Of a plantilla or a campaign, which may be about a taller, a curso or a producto. */
export function fuenteContenido(sobre: Sobre): FuenteVista {
  const { tipo, tallerId = null, cursoId = null, productoId = null } = sobre;
  const about = { tipo, tallerId, cursoId, productoId };
  return {
    key: [previewContenido.path, about],
    load: (body, signal) => callSignedIn(previewContenido, { body: { ...about, ...body }, signal }),
  };
}

/** Of a mail that goes out by itself. */
export function fuenteAutomatico(clave: ClaveAutomatico): FuenteVista {
  return {
    key: [previewAutomatico.path, clave],
    load: (body, signal) => callSignedIn(previewAutomatico, { params: { clave }, body, signal }),
  };
}

const PAUSE = 500;

/**
 * The view of what is written, a moment after the last key. `vista` is the last one there was: it stays while
 * the next is made, and when what is written has a fault.
 */
export function useVista(fuente: FuenteVista, escrito: Escrito, clienteId: number | null) {
  const [vista, setVista] = useState<VistaPrevia>();
  const { asunto, preheader, cuerpo } = escrito;
  const now = JSON.stringify([
    {
      // A view is worth having also before there is a subject.
      asunto: asunto?.trim() || 'Sin asunto',
      preheader: preheader ?? '',
      cuerpo: cuerpo ?? '',
      clienteId,
    } satisfies Cuerpo,
    fuente.key,
  ]);
  const [asked] = useDebouncedValue(now, PAUSE);
  const query = useQuery<VistaPrevia, ApiError>({
    queryKey: ['vista previa', asked],
    queryFn: ({ signal }) => fuente.load((JSON.parse(asked) as [Cuerpo])[0], signal),
    gcTime: 60_000,
  });
  if (query.data && query.data !== vista) setVista(query.data);
  return {
    vista,
    error: query.error,
    waiting: query.isFetching || asked !== now,
    retry: () => void query.refetch(),
  };
}
