/** Links to pages on which a person acts upon their mail: never measured. */
const PROPIO = /\/correo\/(?:baja|preferencias|ver|confirmar)\/[\w-]{10,}$/;
const HREF = /(<a\b[^>]*?\shref=")(https?:\/\/[^"]*)(")/gi;

const decode = (href: string) =>
  href
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

/** The web addresses that a filled message leads to, by their number; those of the person's own pages do not count. */
export function enlacesDe(html: string): string[] {
  return [...html.matchAll(HREF)]
    .map((match) => decode(match[2] ?? ''))
    .filter((href) => !PROPIO.test(href));
}

/** Has each link that counts go by `${clic}/${n}`; n is its place in `enlacesDe`. */
export function rewriteEnlaces(html: string, clic: string): string {
  let n = 0;
  return html.replace(HREF, (whole, before: string, href: string, after: string) => {
    if (PROPIO.test(decode(href))) return whole;
    const measured = `${before}${clic}/${n}${after}`;
    n += 1;
    return measured;
  });
}

/** Adds the image whose loading tells that the message was opened, last of all. */
export function withPixel(html: string, apertura: string): string {
  const pixel = `<img src="${apertura}" width="1" height="1" alt="" style="display:block;border:0">\n`;
  const at = html.lastIndexOf('</body>');
  return at < 0 ? html + pixel : html.slice(0, at) + pixel + html.slice(at);
}
