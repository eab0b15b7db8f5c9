// Checks the invariants of the domain on the configured database; ends with 1 when one is broken.
import { join } from 'node:path';
import { readConfig } from '../src/server/core/config.ts';
import { createDb, createPool } from '../src/server/core/db/connect.ts';
import { withDatabase } from '../src/server/core/db/open.ts';
import { auditData } from '../src/server/invariantes/auditData.ts';
import type { Regla } from '../src/server/invariantes/regla.ts';

async function audit(url: string): Promise<number> {
  const db = createDb(createPool({ url, max: 1, statementTimeoutMs: 0 }));
  try {
    const violations = await auditData(db, (regla: Regla, violation) => {
      console.log(`${violation ? '✗' : '✓'} ${regla.texto}`);
      if (!violation) return;
      console.log(`    ${violation.total} con problemas; los primeros:`);
      for (const { id, detalle } of violation.filas) console.log(`    ${id}: ${detalle}`);
    });
    return violations.length;
  } finally {
    await db.destroy();
  }
}

try {
  const broken = await withDatabase(
    readConfig(process.env, join(import.meta.dirname, '..')),
    audit,
  );
  console.log(broken === 0 ? '\nDatos en orden.' : `\n${broken} reglas no se cumplen.`);
  process.exit(broken === 0 ? 0 : 1);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
