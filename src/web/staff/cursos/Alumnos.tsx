import { Button, Group, Text } from '@mantine/core';
import { IconGift } from '@tabler/icons-react';
import { useState } from 'react';
import { type Curso, type InscripcionCurso, listInscripcionesCurso } from '#contract/cursos.ts';
import { nombresAcceso, opciones } from '#contract/nombres.ts';
import { DateTime } from '../../ui/DateTime.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { AppLink } from '../../ui/link.tsx';
import { DataList } from '../../ui/list/DataList.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { formatPlainDate } from '../../ui/time.ts';
import { nombreCompleto } from '../clientes/persona.ts';
import { AccesoBadge } from '../estados.tsx';
import { useMarca, usePuede } from '../session.ts';
import { useExportar } from '../useExportar.ts';
import { AlumnoAcciones } from './AlumnoAcciones.tsx';
import { AlumnoDialogs, type DialogoAlumno } from './AlumnoDialogs.tsx';
import { Avance } from './Avance.tsx';
import { lastDay } from './lastDay.ts';

type Props = { curso: Curso; onGive: () => void };

const nombreDe = ({ cliente }: InscripcionCurso) => nombreCompleto(cliente);

/** Who has or had access to the course, how far they are and until when. */
export function Alumnos({ curso, onGive }: Props) {
  const exportar = useExportar('exportInscripcionesCurso');
  const puede = usePuede();
  const [dialog, setDialog] = useState<DialogoAlumno>();
  const give = curso.puede.darAcceso && (
    <Button variant="light" leftSection={<IconGift size={18} aria-hidden />} onClick={onGive}>
      Dar acceso gratis
    </Button>
  );
  const actions = (item: InscripcionCurso) => (
    <AlumnoAcciones inscripcion={item} onOpen={(act) => setDialog({ act, inscripcion: item })} />
  );
  return (
    <Panel title="Alumnos" actions={give}>
      <DataList
        endpoint={listInscripcionesCurso}
        exportar={exportar}
        fixed={{ curso: String(curso.id) }}
        noun={{ one: 'inscripción', many: 'inscripciones' }}
        searchLabel="Buscar por nombre, correo o teléfono"
        filters={[
          { name: 'acceso', title: 'Acceso', multiple: true, options: opciones(nombresAcceso) },
        ]}
        columns={[
          { id: 'alumno', title: 'Alumno', render: nombreDe },
          {
            id: 'acceso',
            title: 'Acceso',
            render: (i) => (
              <>
                <AccesoBadge acceso={i.acceso} />
                {i.cortesiaMotivo && (
                  <Text size="sm" c="dimmed">
                    Gratis: {i.cortesiaMotivo}
                  </Text>
                )}
              </>
            ),
          },
          { id: 'avance', title: 'Avance', render: (i) => <Avance {...i} />, width: 170 },
          { id: 'hasta', title: 'Hasta', render: (i) => <Hasta inscripcion={i} /> },
          {
            id: 'visita',
            title: 'Última visita',
            render: (i) =>
              i.ultimaVisitaEn ? <DateTime value={i.ultimaVisitaEn} as="fechaCorta" /> : '—',
          },
          {
            id: 'venta',
            title: 'Venta',
            render: (i) =>
              puede('ventas:leer') ? (
                <AppLink to="/app/ventas/$id" params={{ id: String(i.cobroId) }}>
                  {i.codigo}
                </AppLink>
              ) : (
                i.codigo
              ),
          },
          { id: 'acciones', title: '', render: actions, width: 56 },
        ]}
        nameOf={nombreDe}
        card={(i) => (
          <>
            <Group gap="xs" justify="space-between" wrap="nowrap">
              <AccesoBadge acceso={i.acceso} />
              {actions(i)}
            </Group>
            <Avance {...i} />
            <Text size="sm" c="dimmed">
              <Hasta inscripcion={i} /> · Venta {i.codigo}
            </Text>
            {i.cortesiaMotivo && (
              <Text size="sm" c="dimmed">
                Gratis: {i.cortesiaMotivo}
              </Text>
            )}
          </>
        )}
        link={(i) => ({ to: '/app/clientes/$id', params: { id: String(i.cliente.id) } })}
        empty={
          <EmptyState title="Aún no hay alumnos">
            Quien compra el curso, o lo recibe gratis, aparece aquí con su avance.
          </EmptyState>
        }
      />
      <AlumnoDialogs dialog={dialog} onClose={() => setDialog(undefined)} />
    </Panel>
  );
}

function Hasta({
  inscripcion: { acceso, accesoHasta, accesoDesde },
}: {
  inscripcion: InscripcionCurso;
}) {
  const zone = useMarca()?.zonaNegocio ?? 'America/Santiago';
  if (acceso === 'ANULADO') return 'Sin acceso';
  if (!accesoDesde) return 'Empieza al pagar';
  return accesoHasta ? formatPlainDate(lastDay(accesoHasta, zone), 'fechaCorta') : 'Para siempre';
}
