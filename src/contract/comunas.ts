/** Regions north to south, and their comunas by CUT code (Código Único Territorial, SUBDERE). */
const porRegion = [
  {
    codigo: '15',
    nombre: 'Arica y Parinacota',
    comunas: '101Arica|102Camarones|201Putre|202General Lagos',
  },
  {
    codigo: '01',
    nombre: 'Tarapacá',
    comunas: '101Iquique|107Alto Hospicio|401Pozo Almonte|402Camiña|403Colchane|404Huara|405Pica',
  },
  {
    codigo: '02',
    nombre: 'Antofagasta',
    comunas:
      '101Antofagasta|102Mejillones|103Sierra Gorda|104Taltal|201Calama|202Ollagüe|203San Pedro de Atacama|301Tocopilla|302María Elena',
  },
  {
    codigo: '03',
    nombre: 'Atacama',
    comunas:
      '101Copiapó|102Caldera|103Tierra Amarilla|201Chañaral|202Diego de Almagro|301Vallenar|302Alto del Carmen|303Freirina|304Huasco',
  },
  {
    codigo: '04',
    nombre: 'Coquimbo',
    comunas:
      '101La Serena|102Coquimbo|103Andacollo|104La Higuera|105Paiguano|106Vicuña|201Illapel|202Canela|203Los Vilos|204Salamanca|301Ovalle|302Combarbalá|303Monte Patria|304Punitaqui|305Río Hurtado',
  },
  {
    codigo: '05',
    nombre: 'Valparaíso',
    comunas:
      '101Valparaíso|102Casablanca|103Concón|104Juan Fernández|105Puchuncaví|107Quintero|109Viña del Mar|201Isla de Pascua|301Los Andes|302Calle Larga|303Rinconada|304San Esteban|401La Ligua|402Cabildo|403Papudo|404Petorca|405Zapallar|501Quillota|502Calera|503Hijuelas|504La Cruz|506Nogales|601San Antonio|602Algarrobo|603Cartagena|604El Quisco|605El Tabo|606Santo Domingo|701San Felipe|702Catemu|703Llaillay|704Panquehue|705Putaendo|706Santa María|801Quilpué|802Limache|803Olmué|804Villa Alemana',
  },
  {
    codigo: '13',
    nombre: 'Metropolitana de Santiago',
    comunas:
      '101Santiago|102Cerrillos|103Cerro Navia|104Conchalí|105El Bosque|106Estación Central|107Huechuraba|108Independencia|109La Cisterna|110La Florida|111La Granja|112La Pintana|113La Reina|114Las Condes|115Lo Barnechea|116Lo Espejo|117Lo Prado|118Macul|119Maipú|120Ñuñoa|121Pedro Aguirre Cerda|122Peñalolén|123Providencia|124Pudahuel|125Quilicura|126Quinta Normal|127Recoleta|128Renca|129San Joaquín|130San Miguel|131San Ramón|132Vitacura|201Puente Alto|202Pirque|203San José de Maipo|301Colina|302Lampa|303Tiltil|401San Bernardo|402Buin|403Calera de Tango|404Paine|501Melipilla|502Alhué|503Curacaví|504María Pinto|505San Pedro|601Talagante|602El Monte|603Isla de Maipo|604Padre Hurtado|605Peñaflor',
  },
  {
    codigo: '06',
    nombre: "Libertador General Bernardo O'Higgins",
    comunas:
      '101Rancagua|102Codegua|103Coinco|104Coltauco|105Doñihue|106Graneros|107Las Cabras|108Machalí|109Malloa|110Mostazal|111Olivar|112Peumo|113Pichidegua|114Quinta de Tilcoco|115Rengo|116Requínoa|117San Vicente|201Pichilemu|202La Estrella|203Litueche|204Marchihue|205Navidad|206Paredones|301San Fernando|302Chépica|303Chimbarongo|304Lolol|305Nancagua|306Palmilla|307Peralillo|308Placilla|309Pumanque|310Santa Cruz',
  },
  {
    codigo: '07',
    nombre: 'Maule',
    comunas:
      '101Talca|102Constitución|103Curepto|104Empedrado|105Maule|106Pelarco|107Pencahue|108Río Claro|109San Clemente|110San Rafael|201Cauquenes|202Chanco|203Pelluhue|301Curicó|302Hualañé|303Licantén|304Molina|305Rauco|306Romeral|307Sagrada Familia|308Teno|309Vichuquén|401Linares|402Colbún|403Longaví|404Parral|405Retiro|406San Javier|407Villa Alegre|408Yerbas Buenas',
  },
  {
    codigo: '16',
    nombre: 'Ñuble',
    comunas:
      '101Chillán|102Bulnes|103Chillán Viejo|104El Carmen|105Pemuco|106Pinto|107Quillón|108San Ignacio|109Yungay|201Quirihue|202Cobquecura|203Coelemu|204Ninhue|205Portezuelo|206Ránquil|207Trehuaco|301San Carlos|302Coihueco|303Ñiquén|304San Fabián|305San Nicolás',
  },
  {
    codigo: '08',
    nombre: 'Biobío',
    comunas:
      '101Concepción|102Coronel|103Chiguayante|104Florida|105Hualqui|106Lota|107Penco|108San Pedro de la Paz|109Santa Juana|110Talcahuano|111Tomé|112Hualpén|201Lebu|202Arauco|203Cañete|204Contulmo|205Curanilahue|206Los Álamos|207Tirúa|301Los Ángeles|302Antuco|303Cabrero|304Laja|305Mulchén|306Nacimiento|307Negrete|308Quilaco|309Quilleco|310San Rosendo|311Santa Bárbara|312Tucapel|313Yumbel|314Alto Biobío',
  },
  {
    codigo: '09',
    nombre: 'La Araucanía',
    comunas:
      '101Temuco|102Carahue|103Cunco|104Curarrehue|105Freire|106Galvarino|107Gorbea|108Lautaro|109Loncoche|110Melipeuco|111Nueva Imperial|112Padre Las Casas|113Perquenco|114Pitrufquén|115Pucón|116Saavedra|117Teodoro Schmidt|118Toltén|119Vilcún|120Villarrica|121Cholchol|201Angol|202Collipulli|203Curacautín|204Ercilla|205Lonquimay|206Los Sauces|207Lumaco|208Purén|209Renaico|210Traiguén|211Victoria',
  },
  {
    codigo: '14',
    nombre: 'Los Ríos',
    comunas:
      '101Valdivia|102Corral|103Lanco|104Los Lagos|105Máfil|106Mariquina|107Paillaco|108Panguipulli|201La Unión|202Futrono|203Lago Ranco|204Río Bueno',
  },
  {
    codigo: '10',
    nombre: 'Los Lagos',
    comunas:
      '101Puerto Montt|102Calbuco|103Cochamó|104Fresia|105Frutillar|106Los Muermos|107Llanquihue|108Maullín|109Puerto Varas|201Castro|202Ancud|203Chonchi|204Curaco de Vélez|205Dalcahue|206Puqueldón|207Queilén|208Quellón|209Quemchi|210Quinchao|301Osorno|302Puerto Octay|303Purranque|304Puyehue|305Río Negro|306San Juan de la Costa|307San Pablo|401Chaitén|402Futaleufú|403Hualaihué|404Palena',
  },
  {
    codigo: '11',
    nombre: 'Aysén del General Carlos Ibáñez del Campo',
    comunas:
      "101Coyhaique|102Lago Verde|201Aysén|202Cisnes|203Guaitecas|301Cochrane|302O'Higgins|303Tortel|401Chile Chico|402Río Ibáñez",
  },
  {
    codigo: '12',
    nombre: 'Magallanes y de la Antártica Chilena',
    comunas:
      '101Punta Arenas|102Laguna Blanca|103Río Verde|104San Gregorio|201Cabo de Hornos|202Antártica|301Porvenir|302Primavera|303Timaukel|401Natales|402Torres del Paine',
  },
] as const;

export type Comuna = { codigo: string; nombre: string; region: string };

// Each entry is the last three digits of its code, then its name; the first two are the region's.
export const comunas: readonly Comuna[] = porRegion.flatMap((region) =>
  region.comunas.split('|').map((entrada) => ({
    codigo: region.codigo + entrada.slice(0, 3),
    nombre: entrada.slice(3),
    region: region.nombre,
  })),
);

const porCodigo = new Map(comunas.map((comuna) => [comuna.codigo, comuna]));

export function esComuna(codigo: string): boolean {
  return porCodigo.has(codigo);
}

/** The name of a comuna, or undefined for a code that is none. */
export function nombreComuna(codigo: string): string | undefined {
  return porCodigo.get(codigo)?.nombre;
}
