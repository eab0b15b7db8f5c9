-- Search text begins with a space, so that `% ab%` finds the words that begin with one or two letters
-- by the trigram index, which cannot serve `%ab%`.
alter table cliente drop column busqueda;
alter table cliente add column busqueda text not null generated always as (
  normalizar(' ' || nombres || ' ' || apellidos || ' ' || coalesce(email, '') || ' ' || coalesce(telefono, '') || ' '
    || coalesce(rut, '') || ' ' || coalesce(replace(rut, '-', ''), ''))
) stored;
create index cliente_busqueda on cliente using gin (busqueda gin_trgm_ops);

alter table empresa drop column busqueda;
alter table empresa add column busqueda text not null generated always as (
  normalizar(' ' || razon_social || ' ' || coalesce(nombre_fantasia, '') || ' ' || coalesce(email, '') || ' '
    || coalesce(telefono, '') || ' ' || coalesce(rut, '') || ' ' || coalesce(replace(rut, '-', ''), ''))
) stored;
create index empresa_busqueda on empresa using gin (busqueda gin_trgm_ops);

alter table taller drop column busqueda;
alter table taller add column busqueda text not null generated always as (
  normalizar(' ' || titulo || ' ' || coalesce(instructor, '') || ' ' || coalesce(lugar, ''))
) stored;
create index taller_busqueda on taller using gin (busqueda gin_trgm_ops);

-- Never active sorts last, and a page can begin after such a row by the index.
drop index cliente_actividad;
create index cliente_actividad on cliente ((coalesce(ultima_actividad_en, '-infinity'::timestamptz)) desc, id desc);

create index empresa_creado_en on empresa (creado_en desc, id desc);

-- The transactions that changed what a list of clientes may count. A count taken under one snapshot
-- still holds under a later one when every such transaction of the later one was visible to the first.
create table cliente_cambio (
  xid xid8 primary key default pg_current_xact_id(),
  creado_en timestamptz(3) not null default now()
);

create function anotar_cambio_cliente() returns trigger language plpgsql as $$
begin
  insert into cliente_cambio default values on conflict do nothing;
  return null;
end $$;

create trigger cliente_cambio_fila after insert or delete on cliente
  for each row execute function anotar_cambio_cliente();
create trigger cliente_cambio_datos after update on cliente
  for each row when (
    (old.busqueda, old.tipo, old.empresa_id, old.comuna, old.origen, old.estado, old.creado_en)
    is distinct from
    (new.busqueda, new.tipo, new.empresa_id, new.comuna, new.origen, new.estado, new.creado_en)
  ) execute function anotar_cambio_cliente();
create trigger cliente_cambio_interes after insert or update or delete on cliente_interes
  for each row execute function anotar_cambio_cliente();
create trigger cliente_cambio_vaciado after truncate on cliente
  for each statement execute function anotar_cambio_cliente();
create trigger cliente_cambio_vaciado after truncate on cliente_interes
  for each statement execute function anotar_cambio_cliente();
