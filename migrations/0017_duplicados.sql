-- Pairs of people who may be the same, the lower id first.
create table duplicado (
  cliente_a bigint not null references cliente on delete cascade,
  cliente_b bigint not null references cliente on delete cascade,
  motivos text[] not null,
  confianza int not null check (confianza between 1 and 100),
  -- Someone looked and said that they are two people.
  descartado_en timestamptz(3),
  descartado_por uuid references usuario on delete set null,
  creado_en timestamptz(3) not null default now(),
  primary key (cliente_a, cliente_b),
  constraint duplicado_orden check (cliente_a < cliente_b)
);
create index duplicado_b on duplicado (cliente_b);
create index duplicado_pendiente on duplicado (confianza desc, cliente_a, cliente_b) where descartado_en is null;

-- Two records of one person made into one: all that is needed to take them apart again.
create table fusion (
  id bigint generated always as identity primary key,
  principal_id bigint not null references cliente,
  -- The id of the record that was taken in: it is gone from cliente.
  absorbido_id bigint not null,
  -- Its address, so that who writes from it is still known; null once undone or used by another.
  absorbido_email text check (absorbido_email = lower(absorbido_email)),
  nombre text not null,
  -- The rows that moved, by table; those that could not and were taken out whole; the principal as it was.
  datos jsonb not null,
  creado_por uuid references usuario on delete set null,
  creado_en timestamptz(3) not null default now(),
  deshecha_por uuid references usuario on delete set null,
  deshecha_en timestamptz(3)
);
create index fusion_principal on fusion (principal_id, id desc);
create index fusion_creado_en on fusion (creado_en desc, id desc);
create unique index fusion_email on fusion (absorbido_email) where absorbido_email is not null;
