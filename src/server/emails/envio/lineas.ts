import type { Smtp } from '../transporte.ts';
import { type Conexion, connectSmtp, type Envio, type Plazos } from './conexion.ts';
import { FalloSmtp } from './fallo.ts';

/** Servers close a line that carries too many messages, or that is silent for long: we do before them. */
const MAX_MESSAGES = 100;
const IDLE_MS = 15_000;

type Linea = { conexion: Conexion; sent: number; timer?: NodeJS.Timeout };

/** The open lines to a server; one that is free is used again. */
export function createLineas(smtp: Smtp, plazos: Plazos) {
  const idle: Linea[] = [];
  const busy = new Set<Linea>();

  function free(linea: Linea): void {
    busy.delete(linea);
    if (!linea.conexion.alive() || linea.sent >= MAX_MESSAGES) {
      linea.conexion.close();
      return;
    }
    linea.timer = setTimeout(() => {
      idle.splice(idle.indexOf(linea), 1);
      linea.conexion.close();
    }, IDLE_MS);
    idle.push(linea);
  }

  async function take(): Promise<Linea> {
    for (let linea = idle.pop(); linea; linea = idle.pop()) {
      clearTimeout(linea.timer);
      if (linea.conexion.alive()) return linea;
    }
    return { conexion: await connectSmtp(smtp, plazos), sent: 0 };
  }

  async function by(linea: Linea, envio: Envio): Promise<string> {
    busy.add(linea);
    linea.sent += 1;
    try {
      return await linea.conexion.send(envio);
    } finally {
      free(linea);
    }
  }

  return {
    /**
     * A line that the server had left while it was free costs the message nothing: it goes by a new one.
     * @returns what the server answered. @throws {FalloSmtp}
     */
    async send(envio: Envio): Promise<string> {
      const linea = await take();
      const used = linea.sent > 0;
      try {
        return await by(linea, envio);
      } catch (error) {
        const gone = error instanceof FalloSmtp && error.codigo === null && !error.incierto;
        if (!used || !gone) throw error;
        return by({ conexion: await connectSmtp(smtp, plazos), sent: 0 }, envio);
      }
    },
    /** Ends all lines: the free ones politely, those in use at once. */
    close(): void {
      for (const { conexion, timer } of [...idle.splice(0), ...busy]) {
        clearTimeout(timer);
        conexion.close();
      }
    },
  };
}
