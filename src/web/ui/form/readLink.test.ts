import { describe, expect, it } from 'vitest';
import { readLink } from './readLink.ts';

describe('readLink', () => {
  it.each([
    ['https://tienda.cl/lana?x=1', 'https://tienda.cl/lana?x=1'],
    [' tienda.cl/lana ', 'https://tienda.cl/lana'],
    ['hola@tienda.cl', 'mailto:hola@tienda.cl'],
    ['mailto:hola@tienda.cl', 'mailto:hola@tienda.cl'],
  ])('reads «%s» as %s', (text, href) => {
    expect(readLink(text)).toBe(href);
  });

  it.each([
    '',
    'lana',
    'javascript:alert(1)',
    'http://tienda.cl',
    'data:text/html,x',
    'dos palabras.cl',
    'mailto:nadie',
    'https://',
  ])('does not take «%s»', (text) => {
    expect(readLink(text)).toBeUndefined();
  });
});
