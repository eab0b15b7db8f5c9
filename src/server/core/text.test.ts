import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { testApp } from '#tests/support/app.ts';
import { foldText, searchPatterns, searchTerms } from './text.ts';

const app = testApp();

describe('search text', () => {
  it('takes each word, and short ones at the beginning of a word', () => {
    expect(searchTerms('  María   MUÑOZ ')).toEqual(['maria', 'munoz']);
    expect(searchTerms('jo pérez jo')).toEqual([' jo', 'perez']);
    expect(searchTerms('')).toEqual([]);
    expect(searchPatterns('50%_\\')).toEqual(['%50\\%\\_\\\\%']);
  });

  it.each([
    ['+56 9 8765-4321', '56987654321'],
    ['(9) 8765 4321', '987654321'],
    ['12.345.678-5', '123456785'],
    ['12.345.678-K', '12345678k'],
    ['8765', '8765'],
  ])('takes %j as one number', (query, term) => {
    expect(searchTerms(query)).toEqual([term]);
  });

  it('folds as the database does', async () => {
    const samples = [
      ...[
        'ÑANDÚ Ünlü',
        'José Ángel',
        'ŞİRİN',
        'Œuvre',
        'Ελένη',
        'a\u0301',
        'ﬁn',
        'Ñ'.normalize('NFD'),
      ],
      ...fc.sample(
        fc.string({ unit: fc.constantFrom(...'aÁÉíÑñÜçÇ ōŁđ-.@9'), maxLength: 20 }),
        200,
      ),
    ];
    const { rows } = await sql<{ text: string; folded: string }>`
      select t as text, normalizar(t) as folded from unnest(${samples}::text[]) t`.execute(
      app.services.deps.db,
    );
    expect(rows).toHaveLength(samples.length);
    for (const { text, folded } of rows) expect(foldText(text)).toBe(folded);
  });
});
