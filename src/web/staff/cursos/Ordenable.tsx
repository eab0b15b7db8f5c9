import { DragDropContext, Draggable, Droppable } from '@hello-pangea/dnd';
import { IconGripVertical } from '@tabler/icons-react';
import { instrucciones, movida, soltada, tomada } from './anuncios.ts';
import { LeccionAcciones } from './LeccionAcciones.tsx';
import { LeccionRow } from './LeccionRow.tsx';
import classes from './lecciones.module.css';
import type { Orden } from './useOrden.ts';

/** The lessons as a list that is put in order by hand. */
export default function Ordenable({ orden }: { orden: Orden }) {
  const { lecciones, move } = orden;
  const total = lecciones.length;
  const nameAt = (place: number) => lecciones[place]?.titulo ?? '';
  return (
    <DragDropContext
      dragHandleUsageInstructions={instrucciones}
      onDragStart={({ source }, { announce }) =>
        announce(tomada(nameAt(source.index), source.index, total))
      }
      onDragUpdate={({ source, destination }, { announce }) =>
        announce(movida(nameAt(source.index), destination?.index, total))
      }
      onDragEnd={({ source, destination }, { announce }) => {
        announce(soltada(nameAt(source.index), source.index, destination?.index, total));
        if (destination) move(source.index, destination.index);
      }}
    >
      <Droppable droppableId="lecciones">
        {(drop) => (
          <ol ref={drop.innerRef} {...drop.droppableProps} className={classes.list}>
            {lecciones.map((leccion, index) => (
              <Draggable
                key={leccion.id}
                draggableId={String(leccion.id)}
                index={index}
                isDragDisabled={total < 2}
                disableInteractiveElementBlocking
              >
                {(drag, { isDragging }) => (
                  <li
                    ref={drag.innerRef}
                    {...drag.draggableProps}
                    className={classes.item}
                    data-dragging={isDragging || undefined}
                  >
                    {total > 1 && (
                      <button
                        type="button"
                        {...drag.dragHandleProps}
                        className={classes.handle}
                        aria-label={`Mover «${leccion.titulo}»`}
                      >
                        <IconGripVertical size={20} aria-hidden />
                      </button>
                    )}
                    <LeccionRow leccion={leccion} place={index + 1} link />
                    <LeccionAcciones
                      leccion={leccion}
                      onUp={index > 0 ? () => move(index, index - 1) : undefined}
                      onDown={index < total - 1 ? () => move(index, index + 1) : undefined}
                    />
                  </li>
                )}
              </Draggable>
            ))}
            {drop.placeholder}
          </ol>
        )}
      </Droppable>
    </DragDropContext>
  );
}
