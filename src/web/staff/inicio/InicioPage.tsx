import { Text } from '@mantine/core';
import { getInicio } from '#contract/reportes.ts';
import { useEndpoint } from '../../api/queries.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ListSkeleton } from '../../ui/ListSkeleton.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { formatInstant } from '../../ui/time.ts';
import { useZone } from '../../ui/zone.tsx';
import { ProblemaEnvio } from '../emails/registro/ProblemaEnvio.tsx';
import { usePuede } from '../session.ts';
import { Atencion } from './Atencion.tsx';
import { Cifras } from './Cifras.tsx';
import { CorreosFallidos } from './CorreosFallidos.tsx';
import classes from './inicio.module.css';
import { KitsPorEntregar } from './KitsPorEntregar.tsx';
import { MensajesPorEnviar } from './MensajesPorEnviar.tsx';
import { NuevosLeads } from './NuevosLeads.tsx';
import { PagosEsperados } from './PagosEsperados.tsx';
import { PorHacerHoy } from './PorHacerHoy.tsx';
import { ResenasPorModerar } from './ResenasPorModerar.tsx';
import { StockBajo } from './StockBajo.tsx';
import { TalleresSemana } from './TalleresSemana.tsx';

/** What there is to do today, then how the business is doing. */
export default function InicioPage() {
  const puede = usePuede();
  const zone = useZone();
  const inicio = useEndpoint(getInicio, {}, { refetchInterval: 120_000 });
  const hoy = formatInstant(new Date().toISOString(), zone, 'dia');

  return (
    <>
      <PageHeader
        title="Inicio"
        subtitle={<Text c="dimmed">{hoy.charAt(0).toUpperCase() + hoy.slice(1)}</Text>}
      />
      {inicio.isPending && <ListSkeleton rows={6} height={140} />}
      {inicio.isError && !inicio.data && (
        <ErrorState error={inicio.error} retry={() => void inicio.refetch()} />
      )}
      {inicio.data && (
        <>
          <Atencion alertas={inicio.data.alertas} porReembolsar={inicio.data.porReembolsar} />
          {puede('emails:leer') && <ProblemaEnvio />}
          <MensajesPorEnviar mensajes={inicio.data.mensajesPorEnviar} />
          <div className={classes.columns}>
            <div className={classes.column}>
              {puede('interacciones:leer') && (
                <PorHacerHoy seguimientos={inicio.data.seguimientos} />
              )}
              {puede('talleres:leer') && <TalleresSemana talleres={inicio.data.talleresSemana} />}
              {puede('ventas:leer') && <PagosEsperados pagos={inicio.data.pagosEsperados} />}
              <KitsPorEntregar kits={inicio.data.kitsPorEntregar} />
            </div>
            <div className={classes.column}>
              <CorreosFallidos correos={inicio.data.correosFallidos} />
              <ResenasPorModerar cantidad={inicio.data.resenasPorModerar} />
              <StockBajo stock={inicio.data.stockBajo} />
              {puede('clientes:leer') && <NuevosLeads leads={inicio.data.nuevosLeads} />}
            </div>
          </div>
        </>
      )}
      {puede('reportes:leer') && <Cifras />}
    </>
  );
}
