import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65535);

const settings = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'debe empezar con postgres://')
    .optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(3000),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'debe ser una dirección http(s) completa' })
    .optional(),
  DATA_DIR: z.string().min(1).default('data'),
  SECRET: z.string().min(32, 'debe tener al menos 32 caracteres').optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'debe empezar con smtp:// o smtps://')
    .optional(),
  EMAIL_FROM: z.string().min(3).optional(),
  ADMIN_EMAIL: z.email('debe ser un correo válido').optional(),
  ADMIN_PASSWORD: z.string().min(10, 'debe tener al menos 10 caracteres').optional(),
  TZ_NEGOCIO: z
    .string()
    .default('America/Santiago')
    .refine(isTimeZone, 'debe ser una zona horaria, como America/Santiago'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  PUBLIC_RATE_PER_MINUTE: z.coerce.number().int().min(1).default(300),
});

export type Config = z.infer<typeof settings> & {
  /** The address people type: PUBLIC_URL, or the one we listen on. No slash at the end. */
  publicUrl: string;
  dataDir: string;
};

export class ConfigError extends Error {}

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('es-CL', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

/**
 * Reads the settings from environment variables; all are optional.
 * @throws {ConfigError} naming every wrong setting at once, one per line.
 */
export function readConfig(env: Record<string, string | undefined>, root: string): Config {
  const present = Object.fromEntries(
    Object.keys(settings.shape)
      .map((key) => [key, env[key]?.trim()])
      .filter(([, value]) => value),
  );
  const result = settings.safeParse(present);
  const problems = result.success
    ? []
    : result.error.issues.map((issue) => `${String(issue.path[0])}: ${spanish(issue)}`);
  if (Boolean(present.ADMIN_EMAIL) !== Boolean(present.ADMIN_PASSWORD)) {
    problems.push('ADMIN_EMAIL y ADMIN_PASSWORD: se usan juntos; falta uno de los dos');
  }
  if (problems.length > 0 || !result.success) throw new ConfigError(problems.join('\n'));
  const { data } = result;
  return {
    ...data,
    publicUrl: (data.PUBLIC_URL ?? `http://${printableHost(data.HOST)}:${data.PORT}`).replace(
      /\/+$/,
      '',
    ),
    dataDir: isAbsolute(data.DATA_DIR) ? data.DATA_DIR : resolve(root, data.DATA_DIR),
  };
}

function spanish(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `debe ser uno de: ${issue.values.join(', ')}`;
  if (issue.code === 'too_small' && issue.origin === 'number')
    return `debe ser al menos ${issue.minimum}`;
  if (issue.code === 'too_big') return `debe ser a lo más ${issue.maximum}`;
  if (issue.code === 'invalid_type') return 'debe ser un número entero';
  return issue.message;
}

function printableHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
