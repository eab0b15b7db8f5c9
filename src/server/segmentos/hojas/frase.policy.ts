import { comunas, nombreComuna } from '#contract/comunas.ts';
import type { Hoja } from '#contract/condicion.ts';
import {
  tellAsistencia,
  tellCompra,
  tellContacto,
  tellCorreo,
  tellDinero,
  tellResena,
} from './fraseDeHechos.policy.ts';
import { juntos, type Nombres, nombrados, tellCuando, unidos, words } from './palabras.policy.ts';

const estados = {
  LEAD: 'Lead',
  PROSPECTO: 'Prospecto',
  CLIENTE: 'Cliente',
  INACTIVO: 'Inactivo',
};
const origenes = {
  INSTAGRAM: 'Instagram',
  FACEBOOK: 'Facebook',
  GOOGLE: 'Google',
  TIKTOK: 'TikTok',
  WHATSAPP: 'WhatsApp',
  REFERIDO: 'un referido',
  EVENTO: 'un evento',
  NEWSLETTER: 'el newsletter',
  WEB: 'la web',
  OTRO: 'otra parte',
};
const datos = {
  email: 'correo',
  telefono: 'teléfono',
  rut: 'RUT',
  fechaNacimiento: 'fecha de nacimiento',
  comuna: 'comuna',
  notas: 'notas',
  cuentaPortal: 'cuenta en el portal',
};
const partesUtm = {
  utmSource: 'fuente (utm_source)',
  utmMedium: 'medio (utm_medium)',
  utmCampaign: 'campaña (utm_campaign)',
  referidoPor: 'referencia',
};
const meses =
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(
    ' ',
  );

const regionDe = (codigo: string) =>
  comunas.find((comuna) => comuna.codigo.startsWith(codigo))?.region ?? codigo;

/** `de …`, or `que no son de …`. */
const de = (cosas: readonly string[], si: boolean) =>
  `${si ? 'de' : 'que no son de'} ${unidos(cosas)}`;

/** One condition as people say it, or its contrary, to follow «Personas». */
export function tellHoja(hoja: Hoja, nombres: Nombres, si: boolean): string {
  const no = si ? '' : 'no';
  switch (hoja.campo) {
    case 'texto':
      return words('que', no, `aparecen al buscar «${hoja.contiene}»`);
    case 'estado':
      return `${si ? 'de estado' : 'que no son de estado'} ${unidos(hoja.en.map((estado) => estados[estado]))}`;
    case 'tipo':
      return (hoja.es === 'B2B') === si ? 'de empresas' : 'particulares';
    case 'interes': {
      const names = nombrados(hoja.intereses, nombres.intereses);
      const list = hoja.modo === 'TODOS' ? juntos(names) : unidos(names);
      return `${si ? 'con' : 'sin'} interés en ${list}`;
    }
    case 'origen':
      return words('que', no, `llegaron por ${unidos(hoja.en.map((origen) => origenes[origen]))}`);
    case 'utm':
      return words(`cuya ${partesUtm[hoja.parte]}`, no, `contiene «${hoja.contiene}»`);
    case 'comuna':
      return de(
        hoja.en.map((codigo) => nombreComuna(codigo) ?? codigo),
        si,
      );
    case 'region':
      return de(
        hoja.en.map((codigo) => `la región ${regionDe(codigo)}`),
        si,
      );
    case 'empresa':
      return de(
        hoja.empresas.map((id) => nombres.empresas.get(id) ?? 'una empresa que ya no existe'),
        si,
      );
    case 'responsable':
      return tellResponsable(hoja.en, nombres, si);
    case 'tiene':
      return `${si ? 'con' : 'sin'} ${datos[hoja.dato]}`;
    case 'capturado':
      return words(si ? 'registradas' : 'que no se registraron', tellCuando(hoja.cuando));
    case 'cumpleanos':
      return words(
        'que',
        no,
        `cumplen años en ${unidos(hoja.meses.map((mes) => meses[mes - 1] ?? ''))}`,
      );
    case 'edad':
      return tellEdad(hoja, si);
    case 'recibeNovedades':
      return words('que', no, 'reciben novedades por correo');
    case 'actividad':
      return tellActividad(hoja, si);
    case 'compra':
      return tellCompra(hoja, nombres, si);
    case 'gasto':
    case 'saldo':
      return tellDinero(hoja, si);
    case 'asistencia':
    case 'espera':
      return tellAsistencia(hoja, nombres, si);
    case 'resena':
      return tellResena(hoja, si);
    case 'contacto':
      return tellContacto(hoja, si);
    case 'correo':
      return tellCorreo(hoja, nombres, si);
  }
}

function tellResponsable(en: readonly (string | null)[], nombres: Nombres, si: boolean): string {
  if (en.every((id) => id === null)) return si ? 'sin responsable' : 'con responsable';
  const names = en.map((id) =>
    id === null ? 'nadie' : (nombres.usuarios.get(id) ?? 'alguien que ya no está'),
  );
  return words(si ? 'a cargo de' : 'que no están a cargo de', unidos(names));
}

function tellEdad({ min, max }: Extract<Hoja, { campo: 'edad' }>, si: boolean): string {
  const verbo = si ? '' : 'que no tienen';
  if (min !== undefined && max !== undefined)
    return words(verbo, `${si ? 'de ' : ''}${min} a ${max} años`);
  if (min !== undefined) return words(verbo, `${si ? 'de ' : ''}${min} años o más`);
  if (max !== undefined) return words(verbo, `${si ? 'de ' : ''}hasta ${max} años`);
  return `${si ? 'con' : 'sin'} edad conocida`;
}

/** The last of their activity is what is known. */
function tellActividad({ cuando }: Extract<Hoja, { campo: 'actividad' }>, si: boolean): string {
  const open = 'ultimosDias' in cuando || ('desde' in cuando && !cuando.hasta);
  if (open) return `${si ? 'con' : 'sin'} actividad ${tellCuando(cuando)}`;
  return words(
    si ? 'con su última actividad' : 'que no tuvieron su última actividad',
    tellCuando(cuando),
  );
}
