// Fills an empty database with the invented school: npm run seed -- --clientes 100000 --correos 300000
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../src/server/core/config.ts';
import { withDatabase } from '../src/server/core/db/open.ts';
import { seedDemo } from '../src/server/demo/seedDemo.ts';

const { values } = parseArgs({
  options: {
    clientes: { type: 'string', default: '2000' },
    correos: { type: 'string', default: '0' },
  },
});
const clientes = Number(values.clientes);
const correos = Number(values.correos);
if (!Number.isInteger(clientes) || clientes < 1 || clientes > 5_000_000) {
  console.error('--clientes: debe ser un número entero de 1 a 5000000');
  process.exit(1);
}
if (!Number.isInteger(correos) || correos < 0 || correos > 20_000_000) {
  console.error('--correos: debe ser un número entero de 0 a 20000000');
  process.exit(1);
}

try {
  const config = readConfig(process.env, join(import.meta.dirname, '..'));
  const started = performance.now();
  await withDatabase(config, (url) =>
    seedDemo(url, {
      clientes,
      correos,
      now: new Date(),
      zona: config.TZ_NEGOCIO,
      onProgress: (done) => console.log(`${done.toLocaleString('es-CL')} clientes…`),
    }),
  );
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`Listo: ${clientes.toLocaleString('es-CL')} clientes en ${seconds} s.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
