import { notifications } from '@mantine/notifications';
import type { Endpoint } from '#contract/endpoint.ts';
import type { LooseArgs } from '#contract/request.ts';
import { ApiError } from '../../api/client.ts';
import { downloadFile, saveFile } from '../../api/download.ts';
import { notifyDone, notifyProblem } from '../../api/queries.ts';

export type Export = LooseArgs & {
  /** Gives the endpoint that answers the file. */
  load: () => Promise<Endpoint>;
  /** What goes into it: `1.250 clientes`. */
  rows: string;
};

const number = new Intl.NumberFormat('es-CL', { maximumFractionDigits: 1 });
/** How often it says how far it is. */
const SAY_MS = 400;
let last = 0;

/** `340 KB`, `2,4 MB`. */
const size = (bytes: number) =>
  bytes < 1_000_000
    ? `${number.format(Math.ceil(bytes / 1000))} KB`
    : `${number.format(bytes / 1_000_000)} MB`;

/** Fetches a file and saves it, saying how far it is in a corner of every screen, where it may be stopped. */
export async function exportFile({ load, rows, ...args }: Export): Promise<void> {
  const control = new AbortController();
  const id = `descarga-${++last}`;
  let over = false;
  let said = 0;
  const progress = (bytes: number) => ({
    id,
    title: `Descargando ${rows}`,
    // Counted for the eye: a reader hears that it began and that it ended.
    message: (
      <span aria-hidden className="tabular">
        {bytes === 0 ? 'Preparando el archivo…' : size(bytes)}
      </span>
    ),
    loading: true,
    styles: { description: { color: 'var(--mantine-color-dimmed)' } },
    autoClose: false as const,
    withBorder: true,
    closeButtonProps: { 'aria-label': 'Cancelar la descarga' },
    onClose: () => {
      if (!over) control.abort();
    },
  });
  function onBytes(bytes: number) {
    if (over || Date.now() - said < SAY_MS) return;
    said = Date.now();
    notifications.update(progress(bytes));
  }
  notifications.show(progress(0));
  try {
    const file = await downloadFile(await load(), args, { signal: control.signal, onBytes });
    saveFile(file);
    notifyDone(`Descargado: ${rows} en ${file.name}.`);
  } catch (error) {
    if (error instanceof ApiError) notifyProblem(error);
    else if (!control.signal.aborted) throw error;
  } finally {
    over = true;
    notifications.hide(id);
  }
}
