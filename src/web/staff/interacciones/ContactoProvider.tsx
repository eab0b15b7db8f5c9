import { lazy, type ReactNode, Suspense, useState } from 'react';
import { type ActoContacto, ContactoContext } from './contacto.ts';

const ContactoDialogs = lazy(() => import('./ContactoDialogs.tsx'));

/** Holds the dialogs of reaching a person, fetched when the first one opens. */
export function ContactoProvider({ children }: { children: ReactNode }) {
  const [acto, setActo] = useState<ActoContacto>();
  return (
    <ContactoContext value={setActo}>
      {children}
      {acto && (
        <Suspense>
          <ContactoDialogs acto={acto} />
        </Suspense>
      )}
    </ContactoContext>
  );
}
