import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const web = join(import.meta.dirname, 'src/web');
const outDir = join(import.meta.dirname, 'dist/web');

/** Writes .br and .gz beside each text asset, so that the server compresses nothing while it runs. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    closeBundle() {
      for (const name of readdirSync(join(outDir, 'assets'))) {
        if (!/\.(js|css|svg)$/.test(name)) continue;
        const file = join(outDir, 'assets', name);
        const content = readFileSync(file);
        writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
        const params = { [constants.BROTLI_PARAM_QUALITY]: 10 };
        writeFileSync(`${file}.br`, brotliCompressSync(content, { params }));
      }
    },
  };
}

export default defineConfig({
  root: web,
  publicDir: join(web, 'public'),
  plugins: [react(), precompress()],
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2023',
    // Browsers that know light-dark(): lowered, it would miss the scheme that a person chose.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    rolldownOptions: { input: [join(web, 'staff/index.html'), join(web, 'portal/index.html')] },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
