import { z } from 'zod';

export const formatoExportacion = z.enum(['CSV', 'XLSX']);
export type FormatoExportacion = z.infer<typeof formatoExportacion>;
