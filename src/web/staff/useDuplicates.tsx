import { type ReactNode, useState } from 'react';
import { ApiError } from '../api/client.ts';
import { AppLink } from '../ui/link.tsx';

const CODES: string[] = ['EMAIL_DUPLICADO', 'RUT_DUPLICADO'];

type Where = { to: '/app/clientes' | '/app/empresas'; words: string };

/** Beside a field whose value another record already has: the way to that record, in another tab. */
export function useDuplicates({ to, words }: Where) {
  const [fields, setFields] = useState<string[]>([]);
  return {
    async watch<A>(sending: Promise<A>): Promise<A> {
      setFields([]);
      try {
        return await sending;
      } catch (error) {
        if (error instanceof ApiError && CODES.includes(error.code)) {
          setFields(error.fields.map(({ campo }) => campo));
        }
        throw error;
      }
    },
    /** The error of a field, with the link when it is a duplicate. */
    explain(name: string, error: ReactNode, value: string | null | undefined): ReactNode {
      if (!error || !value || !fields.includes(name)) return error;
      return (
        <>
          {error}{' '}
          <AppLink to={to} search={{ q: value }} target="_blank" inherit underline="always">
            {words}
          </AppLink>
        </>
      );
    },
  };
}
