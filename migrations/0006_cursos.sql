-- Recorded courses with their lessons, and who may watch them.
create table curso (
  id bigint generated always as identity primary key,
  titulo text not null check (titulo <> ''),
  slug text not null unique,
  resumen text,
  descripcion text,
  instructor text,
  interes_id bigint references interes,
  imagen_id uuid references archivo,
  precio bigint not null check (precio >= 0),
  afecto_iva boolean not null default false,
  -- Days of access from when it opens; null is for ever.
  dias_acceso int check (dias_acceso between 1 and 3650),
  estado text not null default 'BORRADOR' check (estado in ('BORRADOR', 'PUBLICADO')),
  publicado_en timestamptz(3),
  version int not null default 1,
  creado_en timestamptz(3) not null default now(),
  actualizado_en timestamptz(3) not null default now(),
  busqueda text not null generated always as (
    normalizar(' ' || titulo || ' ' || coalesce(instructor, ''))
  ) stored
);
create index curso_busqueda on curso using gin (busqueda gin_trgm_ops);
create index curso_creado_en on curso (creado_en desc, id desc);
create index curso_titulo on curso (titulo collate es, id);
create index curso_interes on curso (interes_id);

-- An uploaded video, kept in pieces of one mebibyte so that any part of it can be read alone.
create table video (
  id uuid primary key default gen_random_uuid(),
  nombre text not null,
  tipo text not null check (tipo in ('video/mp4', 'video/webm')),
  bytes bigint not null default 0 check (bytes >= 0),
  completo boolean not null default false,
  creado_en timestamptz(3) not null default now(),
  creado_por uuid references usuario on delete set null
);

create table video_trozo (
  video_id uuid not null references video on delete cascade,
  numero int not null check (numero >= 0),
  datos bytea not null,
  primary key (video_id, numero)
);
-- A video is compressed already.
alter table video_trozo alter column datos set storage external;

create table leccion (
  id bigint generated always as identity primary key,
  curso_id bigint not null references curso on delete cascade,
  orden int not null check (orden > 0),
  titulo text not null check (titulo <> ''),
  -- Safe HTML: cleaned when it was written.
  texto text,
  video_tipo text check (video_tipo in ('YOUTUBE', 'VIMEO', 'ENLACE', 'ARCHIVO')),
  -- The id at YouTube, `id` or `id/hash` at Vimeo, or the address of a file.
  video_ref text,
  video_id uuid references video,
  duracion_segundos int check (duracion_segundos between 1 and 86400),
  gratuita boolean not null default false,
  version int not null default 1,
  creado_en timestamptz(3) not null default now(),
  actualizado_en timestamptz(3) not null default now(),
  constraint leccion_orden unique (curso_id, orden) deferrable initially deferred,
  constraint leccion_video check (
    case when video_tipo is null then video_id is null and video_ref is null
      when video_tipo = 'ARCHIVO' then video_id is not null and video_ref is null
      else video_id is null and video_ref is not null
    end)
);
create index leccion_video_id on leccion (video_id) where video_id is not null;

create table inscripcion_curso (
  id bigint generated always as identity primary key,
  cobro_id bigint not null references cobro,
  cliente_id bigint not null references cliente,
  curso_id bigint not null references curso,
  precio_unitario bigint not null check (precio_unitario >= 0),
  descuento bigint not null default 0 check (descuento >= 0),
  descuento_motivo text,
  total bigint not null generated always as (precio_unitario - descuento) stored,
  afecto_iva boolean not null,
  dias_acceso int,
  -- Access given for free: why.
  cortesia_motivo text,
  -- When access opened, and when it ends; both empty until the sale is paid.
  acceso_desde timestamptz(3),
  acceso_hasta timestamptz(3),
  anulada_en timestamptz(3),
  anulada_por uuid references usuario on delete set null,
  anulada_causa text check (anulada_causa in ('STAFF', 'VENCIDO', 'TALLER_ANULADO')),
  anulada_motivo text,
  creado_en timestamptz(3) not null default now(),
  constraint inscripcion_curso_descuento check (descuento <= precio_unitario),
  constraint inscripcion_curso_motivo check (descuento = 0 or descuento_motivo is not null),
  constraint inscripcion_curso_anulada check ((anulada_en is null) = (anulada_causa is null)),
  constraint inscripcion_curso_acceso check (acceso_hasta is null or acceso_desde is not null)
);
create index inscripcion_curso_cobro on inscripcion_curso (cobro_id);
create index inscripcion_curso_curso on inscripcion_curso (curso_id, id);
create index inscripcion_curso_cliente on inscripcion_curso (cliente_id, curso_id);

create table progreso_leccion (
  cliente_id bigint not null references cliente on delete cascade,
  leccion_id bigint not null references leccion on delete cascade,
  -- Where the video was left.
  segundos int not null default 0 check (segundos between 0 and 86400),
  visto_en timestamptz(3) not null default now(),
  terminada_en timestamptz(3),
  primary key (cliente_id, leccion_id)
);
create index progreso_leccion_leccion on progreso_leccion (leccion_id);

alter table negocio add column acceso_con_abono boolean not null default false;
