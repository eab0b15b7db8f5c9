-- Saved conditions over what is known of a person; see contract/segmentos.ts for their language.
create table segmento (
  id bigint generated always as identity primary key,
  nombre text not null check (nombre <> ''),
  descripcion text,
  condicion jsonb not null,
  version int not null default 1,
  creado_por uuid references usuario on delete set null,
  creado_en timestamptz(3) not null default now(),
  actualizado_en timestamptz(3) not null default now()
);
create unique index segmento_nombre on segmento (normalizar(nombre));
create index email_log_abrio on email_log (cliente_id, abierto_en) where abierto_en is not null;

-- The condition of a campaign's segment, as it was when it began to look for its people.
alter table campana add column condicion jsonb;
