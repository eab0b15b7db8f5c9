import { describe, expect, it } from 'vitest';
import { enlacesDe, rewriteEnlaces, withPixel } from './enlaces.ts';

const html = `<a href="https://a.cl/?x=1&amp;y=2">a</a>
<a style="color:red" href="http://b.cl">b</a> <a href="mailto:x@y.cl">m</a> <a href="tel:+56">t</a>
<a href="https://crm.cl/correo/baja/abcdefghijkl">baja</a>
<a href="https://crm.cl/correo/preferencias/abcdefghijkl">p</a>
<a href="https://crm.cl/correo/ver/abcdefghijkl">v</a>
<a href="https://a.cl/?x=1&amp;y=2">a otra vez</a> <img src="https://c.cl/x.png">`;

describe('links that are measured', () => {
  it('are those of the web, in order, but the person’s own pages', () => {
    expect(enlacesDe(html)).toEqual([
      'https://a.cl/?x=1&y=2',
      'http://b.cl',
      'https://a.cl/?x=1&y=2',
    ]);
  });

  it('go by the number they have in that list, and nothing else changes', () => {
    const measured = rewriteEnlaces(html, 'https://crm.cl/clic/token');
    const numbers = [...measured.matchAll(/https:\/\/crm\.cl\/clic\/token\/(\d+)/g)].map(
      (m) => m[1],
    );
    expect(numbers).toEqual(['0', '1', '2']);
    for (const kept of [
      'mailto:x@y.cl',
      'tel:+56',
      '/correo/baja/abcdefghijkl',
      'https://c.cl/x.png',
    ]) {
      expect(measured).toContain(kept);
    }
    expect(measured).not.toContain('https://a.cl');
  });

  it('the pixel stands at the end of the body', () => {
    expect(withPixel('<body><p>x</p></body></html>', 'https://p.cl/1')).toMatch(
      /<\/p><img src="https:\/\/p\.cl\/1"[^>]*>\n<\/body><\/html>$/,
    );
  });
});
