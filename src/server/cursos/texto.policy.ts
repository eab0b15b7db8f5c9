import sanitizeHtml, { type IOptions, type Transformer } from 'sanitize-html';

/** Links lead out of the page; one that is neither https nor mailto becomes plain text. */
const link: Transformer = (_tag, { href = '' }) => {
  if (!/^(https|mailto):/i.test(href.trim())) return { tagName: 'span', attribs: {} };
  const attribs = { href: href.trim(), rel: 'noopener', target: '_blank' };
  return { tagName: 'a', attribs };
};

const options: IOptions = {
  allowedTags: [
    ...['p', 'br', 'hr', 'h2', 'h3', 'h4', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code'],
    ...['strong', 'b', 'em', 'i', 'u', 's', 'a'],
  ],
  allowedAttributes: { a: ['href', 'rel', 'target'] },
  allowedSchemes: ['https', 'mailto'],
  allowProtocolRelative: false,
  // Their text is not text of the lesson; a title comes along with what is pasted from other programs.
  nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'iframe', 'title'],
  nestingLimit: 20,
  transformTags: { a: link, h1: 'h2', h5: 'h4', h6: 'h4', strike: 's', del: 's' },
};

/** The text of a lesson with only plain formatting left, or null when nothing readable is. */
export function cleanTexto(html: string): string | null {
  const clean = sanitizeHtml(html, options).trim();
  const words = clean.replace(/<[^>]*>|&nbsp;/g, '').replace(/[\s\u200b-\u200d\ufeff]/g, '');
  return words === '' ? null : clean;
}
