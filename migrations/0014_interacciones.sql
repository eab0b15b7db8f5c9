-- Every contact with a person that was logged, and what was agreed to do next.
create table interaccion (
  id bigint generated always as identity primary key,
  cliente_id bigint not null references cliente,
  tipo text not null check (tipo in ('LLAMADA', 'CORREO', 'REUNION', 'WHATSAPP', 'NOTA')),
  -- Who began it: the person (ENTRANTE) or the school. A note and a meeting have none.
  direccion text check (direccion in ('ENTRANTE', 'SALIENTE')),
  resumen text not null check (resumen <> ''),
  detalle text,
  resultado text check (resultado in ('INTERESADO', 'NO_INTERESADO', 'SIN_RESPUESTA', 'RESUELTO')),
  fecha timestamptz(3) not null,
  responsable_id uuid references usuario on delete set null,
  -- What is to be done next: a local date, and by whom.
  seguimiento_en date,
  seguimiento_nota text,
  seguimiento_responsable_id uuid references usuario on delete set null,
  seguimiento_hecho_en timestamptz(3),
  seguimiento_hecho_por uuid references usuario on delete set null,
  version int not null default 1,
  creado_por uuid references usuario on delete set null,
  creado_en timestamptz(3) not null default now(),
  actualizado_en timestamptz(3) not null default now(),
  busqueda text not null generated always as (
    normalizar(' ' || resumen || ' ' || coalesce(left(detalle, 1000), ''))
  ) stored,
  constraint interaccion_direccion check (direccion is null or tipo in ('LLAMADA', 'CORREO', 'WHATSAPP')),
  constraint interaccion_seguimiento check (seguimiento_en is not null
    or (seguimiento_nota is null and seguimiento_responsable_id is null and seguimiento_hecho_en is null))
);
create index interaccion_cliente on interaccion (cliente_id, fecha desc, id desc);
create index interaccion_fecha on interaccion (fecha desc, id desc);
create index interaccion_tipo on interaccion (tipo, fecha desc, id desc);
create index interaccion_resultado on interaccion (resultado, fecha desc, id desc) where resultado is not null;
create index interaccion_tipo_resultado on interaccion (tipo, resultado, fecha desc, id desc)
  where resultado is not null;
create index interaccion_busqueda on interaccion using gin (busqueda gin_trgm_ops);
create index interaccion_responsable on interaccion (responsable_id, fecha desc, id desc)
  where responsable_id is not null;
create index interaccion_pendiente on interaccion (seguimiento_en, id)
  where seguimiento_en is not null and seguimiento_hecho_en is null;
create index interaccion_pendiente_de on interaccion (seguimiento_responsable_id, seguimiento_en, id)
  where seguimiento_en is not null and seguimiento_hecho_en is null;

-- Texts ready to be sent by WhatsApp, with variables such as {{ cliente.nombres }}.
create table texto_whatsapp (
  id bigint generated always as identity primary key,
  nombre text not null check (nombre <> ''),
  texto text not null check (texto <> ''),
  version int not null default 1,
  creado_en timestamptz(3) not null default now(),
  actualizado_en timestamptz(3) not null default now()
);
create unique index texto_whatsapp_nombre on texto_whatsapp (normalizar(nombre));
insert into texto_whatsapp (nombre, texto) values
  ('Saludo', 'Hola {{ cliente.nombres }}, te escribimos de {{ negocio.nombre }}. ¿Cómo estás?'),
  ('Recordar un pago', 'Hola {{ cliente.nombres }}, te escribimos de {{ negocio.nombre }} para recordarte el pago que tienes pendiente. Si ya lo hiciste, mándanos el comprobante por aquí y lo registramos. ¡Gracias!'),
  ('Cupos disponibles', 'Hola {{ cliente.nombres }}, en {{ negocio.nombre }} abrimos nuevas fechas. ¿Te guardamos un cupo?'),
  ('Gracias por venir', 'Hola {{ cliente.nombres }}, gracias por venir a {{ negocio.nombre }}. ¡Esperamos verte pronto!');

-- What a person wrote, and what of theirs was annulled, for their timeline.
create index resena_cliente on resena (cliente_id, creado_en desc, id desc);
create index inscripcion_anulada on inscripcion (cliente_id, anulada_en desc, id desc) where anulada_en is not null;
create index inscripcion_curso_anulada_en on inscripcion_curso (cliente_id, anulada_en desc, id desc)
  where anulada_en is not null;
create index venta_producto_anulada_en on venta_producto (cliente_id, anulada_en desc, id desc)
  where anulada_en is not null;

-- Whose person it is, of the staff.
alter table cliente add column responsable_id uuid references usuario on delete set null;
create index cliente_responsable on cliente (responsable_id, creado_en desc, id desc) where responsable_id is not null;

-- Once a statement is enough, and many rows come at once.
drop trigger cliente_cambio_fila on cliente;
create trigger cliente_cambio_fila after insert or delete on cliente
  for each statement execute function anotar_cambio_cliente();
drop trigger cliente_cambio_interes on cliente_interes;
create trigger cliente_cambio_interes after insert or update or delete on cliente_interes
  for each statement execute function anotar_cambio_cliente();

drop trigger cliente_cambio_datos on cliente;
create trigger cliente_cambio_datos after update on cliente
  for each row when (
    (old.busqueda, old.tipo, old.empresa_id, old.comuna, old.origen, old.estado, old.creado_en, old.responsable_id)
    is distinct from
    (new.busqueda, new.tipo, new.empresa_id, new.comuna, new.origen, new.estado, new.creado_en, new.responsable_id)
  ) execute function anotar_cambio_cliente();
