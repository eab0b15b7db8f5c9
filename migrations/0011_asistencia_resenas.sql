-- Who came, seat by seat; a seat without a row was not called yet.
create table asistencia (
  inscripcion_id bigint not null references inscripcion on delete cascade,
  puesto int not null check (puesto > 0),
  estado text not null check (estado in ('PRESENTE', 'AUSENTE')),
  via text not null check (via in ('LISTA', 'QR')),
  marcada_en timestamptz(3) not null,
  marcada_por uuid references usuario on delete set null,
  primary key (inscripcion_id, puesto)
);

-- Editions of one Taller: a copy belongs to the series of its original, whose id it carries.
alter table taller add column serie_id bigint references taller on delete set null;
create index taller_serie on taller (serie_id) where serie_id is not null;

create table resena (
  id bigint generated always as identity primary key,
  cliente_id bigint not null references cliente,
  taller_id bigint references taller,
  curso_id bigint references curso,
  estrellas int not null check (estrellas between 1 and 5),
  comentario text,
  estado text not null default 'PENDIENTE' check (estado in ('PENDIENTE', 'PUBLICADA', 'RECHAZADA')),
  moderada_en timestamptz(3),
  moderada_por uuid references usuario on delete set null,
  rechazo_motivo text,
  respuesta text,
  respondida_en timestamptz(3),
  respondida_por uuid references usuario on delete set null,
  version int not null default 1,
  creado_en timestamptz(3) not null default now(),
  actualizado_en timestamptz(3) not null default now(),
  constraint resena_de check (num_nonnulls(taller_id, curso_id) = 1),
  constraint resena_moderada check ((estado = 'PENDIENTE') = (moderada_en is null))
);
create unique index resena_taller on resena (cliente_id, taller_id) where taller_id is not null;
create unique index resena_curso on resena (cliente_id, curso_id) where curso_id is not null;
create index resena_de_taller on resena (taller_id, id desc) where taller_id is not null;
create index resena_de_curso on resena (curso_id, id desc) where curso_id is not null;
create index resena_estado on resena (estado, creado_en desc, id desc);
create index resena_creado_en on resena (creado_en desc, id desc);

-- The link with which one person may review one Taller without signing in.
create table solicitud_resena (
  id bigint generated always as identity primary key,
  token text not null unique,
  cliente_id bigint not null references cliente on delete cascade,
  taller_id bigint not null references taller on delete cascade,
  creado_en timestamptz(3) not null default now(),
  unique (cliente_id, taller_id)
);
