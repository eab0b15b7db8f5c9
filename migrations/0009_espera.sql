-- The waitlist of a full Taller. Seats offered to someone who waits are neither taken nor free.
alter table taller add column cupos_ofrecidos int not null default 0;
alter table taller drop constraint taller_cupos;
alter table taller add constraint taller_cupos
  check (cupos_ocupados >= 0 and cupos_ofrecidos >= 0 and cupos_ocupados + cupos_ofrecidos <= cupos);

create table espera (
  id bigint generated always as identity primary key,
  -- Opens the person's own page of it: their place, the offer, the way out.
  codigo text not null unique,
  taller_id bigint not null references taller,
  cliente_id bigint not null references cliente,
  cantidad int not null check (cantidad between 1 and 200),
  canal text not null check (canal in ('WEB', 'STAFF')),
  estado text not null default 'ESPERANDO'
    check (estado in ('ESPERANDO', 'OFRECIDA', 'ACEPTADA', 'VENCIDA', 'RETIRADA', 'CERRADA')),
  ofrecida_en timestamptz(3),
  oferta_vence_en timestamptz(3),
  resuelta_en timestamptz(3),
  cobro_id bigint references cobro,
  creado_por uuid references usuario on delete set null,
  creado_en timestamptz(3) not null default now(),
  constraint espera_oferta check (estado <> 'OFRECIDA' or (ofrecida_en is not null and oferta_vence_en is not null)),
  constraint espera_aceptada check ((estado = 'ACEPTADA') = (cobro_id is not null))
);
create unique index espera_viva on espera (taller_id, cliente_id) where estado in ('ESPERANDO', 'OFRECIDA');
create unique index espera_una_oferta on espera (cliente_id) where estado = 'OFRECIDA';
create index espera_cola on espera (taller_id, id) where estado = 'ESPERANDO';
create index espera_vence on espera (oferta_vence_en) where estado = 'OFRECIDA';
create index espera_cliente on espera (cliente_id, id desc);

-- Whether someone who waits for the Taller could have some of these free seats: they go first. Volatile, so that
-- a sale that waited for the Taller's row asks the queue as it is by then, not as it was when the sale began.
create function hay_espera(taller bigint, libres int) returns boolean
  language sql volatile
  return exists (
    select from espera e
    where e.taller_id = taller and e.estado = 'ESPERANDO' and e.cantidad <= libres
      and not exists (select from espera o where o.cliente_id = e.cliente_id and o.estado = 'OFRECIDA')
  );

alter table negocio add column horas_oferta int not null default 24 check (horas_oferta between 1 and 168);
