-- A file of people, or of what they bought in the past, on its way in.
create table importacion (
  id bigint generated always as identity primary key,
  tipo text not null check (tipo in ('CLIENTES', 'INSCRIPCIONES')),
  estado text not null default 'LEYENDO' check (estado in
    ('LEYENDO', 'POR_MAPEAR', 'REVISANDO', 'REVISADA', 'IMPORTANDO', 'COMPLETADA', 'DESHACIENDO', 'DESHECHA', 'FALLIDA')),
  archivo_nombre text not null,
  formato text not null check (formato in ('CSV', 'XLSX')),
  bytes bigint not null check (bytes > 0),
  -- SHA-256 of the file, to tell that it came before; empty until all of it has arrived.
  huella text not null,
  -- How the file is read: what was detected, and what the person corrected.
  lectura jsonb not null default '{}',
  mapeo jsonb,
  opciones jsonb not null default '{}',
  filas int not null default 0,
  procesadas int not null default 0,
  -- What the review found, then what the run did.
  revision jsonb,
  resultado jsonb,
  problema text,
  -- Which attempt at reading or reviewing it is the one that counts: an older one that still runs stops.
  intento int not null default 0,
  -- Intereses and empresas that the run made because the file named them.
  creados jsonb not null default '{}',
  ejecutada_por uuid references usuario on delete set null,
  version int not null default 1,
  creado_por uuid references usuario on delete set null,
  creado_en timestamptz(3) not null default now(),
  actualizado_en timestamptz(3) not null default now(),
  iniciada_en timestamptz(3),
  terminada_en timestamptz(3),
  deshecha_en timestamptz(3)
);
create index importacion_creado_en on importacion (creado_en desc, id desc);
create index importacion_huella on importacion (huella);
-- One at a time writes.
create unique index importacion_en_curso on importacion ((true)) where estado in ('IMPORTANDO', 'DESHACIENDO');

-- The file itself, in pieces, until it is no longer needed.
create table importacion_trozo (
  importacion_id bigint not null references importacion on delete cascade,
  numero int not null check (numero >= 0),
  datos bytea not null,
  primary key (importacion_id, numero)
);
alter table importacion_trozo alter column datos set storage external;

create table importacion_fila (
  importacion_id bigint not null references importacion on delete cascade,
  -- The line of the sheet, as a spreadsheet numbers it.
  numero int not null,
  celdas jsonb not null,
  -- The cells as the review read them.
  valores jsonb,
  accion text check (accion in ('CREAR', 'ACTUALIZAR', 'IGUAL', 'ERROR', 'OMITIR')),
  -- [{campo, mensaje}], and what is worth saying though it is no error.
  errores jsonb,
  avisos jsonb,
  -- What the run made of it.
  cliente_id bigint,
  aplicada_en timestamptz(3),
  -- What was there before, and the ids of what it created: for undoing.
  antes jsonb,
  creados jsonb,
  primary key (importacion_id, numero)
);
create index importacion_fila_accion on importacion_fila (importacion_id, accion, numero);
create index importacion_fila_cliente on importacion_fila (importacion_id, cliente_id) where cliente_id is not null;

create table importacion_mapeo (
  id bigint generated always as identity primary key,
  tipo text not null check (tipo in ('CLIENTES', 'INSCRIPCIONES')),
  nombre text not null check (nombre <> ''),
  -- Title of the column, as text that search sees → field.
  mapeo jsonb not null,
  opciones jsonb not null default '{}',
  creado_por uuid references usuario on delete set null,
  creado_en timestamptz(3) not null default now(),
  actualizado_en timestamptz(3) not null default now()
);
create unique index importacion_mapeo_nombre on importacion_mapeo (tipo, normalizar(nombre));

-- What a file names is found by its name.
create index empresa_nombre on empresa (normalizar(razon_social));
create index empresa_fantasia on empresa (normalizar(nombre_fantasia)) where nombre_fantasia is not null;
create index taller_titulo on taller (normalizar(titulo));

-- Whoever deletes a person asks every table that may hold something of theirs.
create index inscripcion_cliente on inscripcion (cliente_id);

-- Sales that came in by a file, so that undoing it finds them.
alter table cobro add column importacion_id bigint references importacion;
alter table taller add column importacion_id bigint references importacion;
create index cobro_importacion on cobro (importacion_id) where importacion_id is not null;

-- Money rows stay for ever, but those of an import that is being undone: as if it had never been.
create function impedir_cambio_pago() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and exists (
    select from cobro where id = old.cobro_id and importacion_id is not null
      and importacion_id::text = current_setting('tmm.deshacer_importacion', true)
  ) then
    return old;
  end if;
  raise exception 'la tabla % solo admite filas nuevas', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
drop trigger pago_append_only on pago;
create trigger pago_append_only before update or delete on pago
  for each row execute function impedir_cambio_pago();
