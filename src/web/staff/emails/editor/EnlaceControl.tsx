import type { Editor } from '@tiptap/react';
import type { ComponentProps } from 'react';
import { LinkControl } from '../../../ui/form/LinkControl.tsx';
import { DestinoInput } from './DestinoInput.tsx';
import { readDestino } from './readDestino.ts';

const Destino = (props: ComponentProps<typeof DestinoInput>) => (
  <DestinoInput {...props} autoFocus />
);

/** A link of a mail, which may lead where a variable says. */
export function EnlaceControl({ editor }: { editor: Editor }) {
  return <LinkControl editor={editor} read={readDestino} field={Destino} />;
}
