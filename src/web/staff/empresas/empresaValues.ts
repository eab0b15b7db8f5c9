import type { Empresa, empresaCampos } from '#contract/empresas.ts';
import { formatRut } from '#contract/rut.ts';
import type { Draft } from '../../ui/form/useContractForm.ts';

export type EmpresaDraft = Draft<typeof empresaCampos>;

export function emptyEmpresa(razonSocial = ''): EmpresaDraft {
  return {
    razonSocial,
    nombreFantasia: '',
    rut: '',
    giro: '',
    email: '',
    telefono: '',
    direccion: '',
    comuna: null,
    notas: '',
  };
}

/** An Empresa as its form holds it. */
export function empresaValues(empresa: Empresa): EmpresaDraft {
  return {
    razonSocial: empresa.razonSocial,
    nombreFantasia: empresa.nombreFantasia ?? '',
    rut: empresa.rut ? formatRut(empresa.rut) : '',
    giro: empresa.giro ?? '',
    email: empresa.email ?? '',
    telefono: empresa.telefono ?? '',
    direccion: empresa.direccion ?? '',
    comuna: empresa.comuna,
    notas: empresa.notas ?? '',
  };
}
