/** A link that looks like a button. */
export type Boton = { texto: string; href: string };

/** An uploaded one. `alt` is empty when it says nothing; `ancho` is its share of the message's width, in percent. */
export type Imagen = { id: string; alt: string; ancho: '100' | '50' };
