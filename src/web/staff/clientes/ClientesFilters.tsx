import { comunas, nombreComuna } from '#contract/comunas.ts';
import { getEmpresa } from '#contract/empresas.ts';
import { useEndpoint } from '../../api/queries.ts';
import { ComunaSelect } from '../../ui/form/ComunaSelect.tsx';
import { DatesFilter } from '../../ui/list/DatesFilter.tsx';
import { FilterPopover } from '../../ui/list/FilterPopover.tsx';
import { useListSearch } from '../../ui/list/useListSearch.ts';
import { EmpresaSelect } from '../empresas/EmpresaSelect.tsx';
import { ResponsableFilter } from '../interacciones/ResponsableFilter.tsx';
import { SegmentoFilter } from '../segmentos/SegmentoFilter.tsx';

export const clientesFilterNames = [
  'segmento',
  'responsable',
  'comuna',
  'empresa',
  'creadoDesde',
  'creadoHasta',
];

// What opens inside a popover stays in it: a click there must not close it.
const within = { comboboxProps: { withinPortal: false } };

/** The filters of the list of clientes that are not a short choice. */
export function ClientesFilters() {
  const { search, set } = useListSearch();
  const { comuna, empresa } = search;
  const empresaId = empresa && /^[1-9]\d{0,14}$/.test(empresa) ? Number(empresa) : null;
  const found = useEndpoint(
    getEmpresa,
    { params: { id: empresaId ?? 0 } },
    { enabled: empresaId !== null },
  );
  return (
    <>
      <SegmentoFilter />
      <FilterPopover title="Comuna" chosen={comuna && (nombreComuna(comuna) ?? 'desconocida')}>
        <ComunaSelect
          {...within}
          label="Comuna"
          value={comunas.some(({ codigo }) => codigo === comuna) ? comuna : null}
          onChange={(value) => set({ comuna: value ?? undefined })}
        />
      </FilterPopover>
      <FilterPopover title="Empresa" chosen={empresa && (found.data?.razonSocial ?? 'desconocida')}>
        <EmpresaSelect
          {...within}
          label="Empresa"
          value={empresaId}
          onChange={(id) => set({ empresa: id === null ? undefined : String(id) })}
        />
      </FilterPopover>
      <DatesFilter title="Creado" from="creadoDesde" to="creadoHasta" />
      <ResponsableFilter mine="Mis clientes" nobody="Sin responsable" title="Responsable" />
    </>
  );
}
