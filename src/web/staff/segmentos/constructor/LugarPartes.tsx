import { useQuery } from '@tanstack/react-query';
import { listResponsables } from '#contract/interacciones.ts';
import { useEndpoint } from '../../../api/queries.ts';
import { Varios } from './partes.tsx';

type Props<V> = {
  value: V[] | undefined;
  onChange: (value: V[]) => void;
  error?: string | undefined;
};

async function loadLugares() {
  const { comunas } = await import('#contract/comunas.ts');
  const regiones = new Map(comunas.map(({ codigo, region }) => [codigo.slice(0, 2), region]));
  return {
    comunas: comunas.map(({ codigo, nombre }) => ({ value: codigo, label: nombre })),
    regiones: [...regiones].map(([value, label]) => ({ value, label })),
  };
}

/** The list of comunas weighs: it comes when it is needed. */
function useLugares() {
  const { data } = useQuery({
    queryKey: ['lugares'],
    queryFn: loadLugares,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data ?? { comunas: [], regiones: [] };
}

export function ComunasParte(props: Props<string>) {
  const { comunas } = useLugares();
  return <Varios label="Comunas" placeholder="Elige una o varias" data={comunas} {...props} />;
}

export function RegionesParte(props: Props<string>) {
  const { regiones } = useLugares();
  return <Varios label="Regiones" placeholder="Elige una o varias" data={regiones} {...props} />;
}

const NADIE = 'nadie';

/** Those of the staff who are in charge of people; nobody is one of them. */
export function ResponsablesParte({ value, onChange, error }: Props<string | null>) {
  const { data } = useEndpoint(listResponsables, {}, { staleTime: 60_000 });
  const equipo = (data?.items ?? []).map(({ id, nombre }) => ({ value: id, label: nombre }));
  const gone = (value ?? []).flatMap((id) =>
    id === null || equipo.some((one) => one.value === id) ? [] : { value: id, label: 'Ya no está' },
  );
  return (
    <Varios
      label="Responsables"
      placeholder="Elige a uno o varios"
      data={[{ value: NADIE, label: 'Nadie' }, ...equipo, ...(data ? gone : [])]}
      value={value?.map((id) => id ?? NADIE)}
      onChange={(chosen) => onChange(chosen.map((id) => (id === NADIE ? null : id)))}
      error={error}
    />
  );
}
