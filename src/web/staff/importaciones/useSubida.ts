import { useEffect, useRef, useState } from 'react';
import {
  createImportacion,
  type Importacion,
  MAX_BYTES_IMPORTACION,
  type TipoImportacion,
} from '#contract/importaciones.ts';
import { upload } from '../../api/upload.ts';
import { describeError } from '../../ui/ErrorState.tsx';

type Estado =
  | { paso: 'QUIETO' }
  | { paso: 'SUBIENDO'; nombre: string; parte: number }
  | { paso: 'FALLIDO'; motivo: string };

/** Sends a spreadsheet as soon as it is chosen, telling how far it is. */
export function useSubida(tipo: TipoImportacion, onSubida: (importacion: Importacion) => void) {
  const [estado, setEstado] = useState<Estado>({ paso: 'QUIETO' });
  const enCurso = useRef<AbortController>(undefined);
  useEffect(() => () => enCurso.current?.abort(), []);

  async function subir(archivo: File | null | undefined) {
    if (!archivo) return;
    const motivo = rechazo(archivo);
    if (motivo) return setEstado({ paso: 'FALLIDO', motivo });
    const control = new AbortController();
    enCurso.current = control;
    const mostrar = (parte: number) => setEstado({ paso: 'SUBIENDO', nombre: archivo.name, parte });
    mostrar(0);
    try {
      const importacion = await upload(
        createImportacion,
        {
          query: { nombre: archivo.name.slice(-200), tipo },
          // What it is, the server tells by its contents.
          archivo: archivo.slice(0, archivo.size, 'application/octet-stream'),
        },
        { onProgress: mostrar, signal: control.signal },
      );
      setEstado({ paso: 'QUIETO' });
      onSubida(importacion);
    } catch (error) {
      if (control.signal.aborted) return setEstado({ paso: 'QUIETO' });
      const { title, reference } = describeError(error);
      setEstado({
        paso: 'FALLIDO',
        motivo: reference ? `${title} Referencia: ${reference}` : title,
      });
    }
  }

  return {
    estado,
    subir: (archivo: File | null | undefined) => void subir(archivo),
    cancelar: () => enCurso.current?.abort(),
  };
}

function rechazo({ size }: File): string | undefined {
  if (size === 0) return 'El archivo está vacío.';
  if (size > MAX_BYTES_IMPORTACION) return 'El archivo pesa más de 30 MB. Divídelo en varios.';
  return undefined;
}
