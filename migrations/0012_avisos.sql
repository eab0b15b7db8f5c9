-- What the school owes someone a message about, prepared by the system, until a person sends it.
create table aviso (
  id bigint generated always as identity primary key,
  tipo text not null check (tipo in ('ENLACE_PORTAL', 'OFERTA_CUPO', 'PEDIR_RESENA')),
  cliente_id bigint not null references cliente on delete cascade,
  -- What it speaks of: one notice of each kind for each thing.
  referencia text not null,
  -- The path of the link it carries, on our own address; an access link is only made when it is sent.
  enlace text,
  asunto text not null,
  texto text not null,
  vence_en timestamptz(3),
  enviado_en timestamptz(3),
  enviado_por uuid references usuario on delete set null,
  descartado_en timestamptz(3),
  creado_en timestamptz(3) not null default now(),
  unique (tipo, referencia)
);
create index aviso_pendiente on aviso (creado_en desc, id desc) where enviado_en is null and descartado_en is null;
create index aviso_enviado on aviso (enviado_en desc, id desc) where enviado_en is not null;
create index aviso_cliente on aviso (cliente_id, id desc);
