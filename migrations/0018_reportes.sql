-- Figures by local day, kept in the transaction of their cause: each writes what it changes as a row of its own
-- (*_delta), so that no two wait for one another, and a job folds them into the day. A figure is day plus delta.
create table zona_reportes (
  id boolean primary key default true check (id),
  zona text not null
);
insert into zona_reportes (zona) values ('America/Santiago');

create table ingreso_dia (
  dia date not null,
  medio text not null,
  monto bigint not null,
  movimientos bigint not null,
  primary key (dia, medio)
);
create table ingreso_delta (
  id bigint generated always as identity primary key,
  dia date not null,
  medio text not null,
  monto bigint not null,
  movimientos bigint not null
);

-- People captured on a day, and how many of them ever became CLIENTE.
create table captacion_dia (
  dia date not null,
  origen text not null,
  leads bigint not null,
  convertidos bigint not null,
  primary key (dia, origen)
);
create table captacion_delta (
  id bigint generated always as identity primary key,
  dia date not null,
  origen text not null,
  leads bigint not null,
  convertidos bigint not null
);

-- When they first became CLIENTE.
alter table cliente add column convertido_en timestamptz(3);
update cliente set convertido_en = (
  select min(creado_en) from cliente_estado e where e.cliente_id = cliente.id and e.a = 'CLIENTE'
) where estado <> 'LEAD';

create function anotar_ingreso() returns trigger language plpgsql as $$
begin
  insert into ingreso_delta (dia, medio, monto, movimientos)
  select (fecha at time zone (select zona from zona_reportes))::date, medio,
    sum(case tipo when 'PAGO' then monto else -monto end) * case tg_op when 'DELETE' then -1 else 1 end,
    count(*) * case tg_op when 'DELETE' then -1 else 1 end
  from filas group by 1, 2;
  return null;
end $$;
create trigger pago_ingreso after insert on pago referencing new table as filas
  for each statement execute function anotar_ingreso();
create trigger pago_ingreso_menos after delete on pago referencing old table as filas
  for each statement execute function anotar_ingreso();

create function anotar_captacion() returns trigger language plpgsql as $$
begin
  insert into captacion_delta (dia, origen, leads, convertidos)
  select (creado_en at time zone (select zona from zona_reportes))::date, origen,
    count(*) * case tg_op when 'DELETE' then -1 else 1 end,
    count(convertido_en) * case tg_op when 'DELETE' then -1 else 1 end
  from filas group by 1, 2;
  return null;
end $$;
create function anotar_captacion_cambio() returns trigger language plpgsql as $$
begin
  insert into captacion_delta (dia, origen, leads, convertidos)
  select (f.creado_en at time zone z.zona)::date, f.origen, f.signo, case when f.convertido_en is null then 0 else f.signo end
  from zona_reportes z, (values (old.creado_en, old.origen, old.convertido_en, -1),
    (new.creado_en, new.origen, new.convertido_en, 1)) f (creado_en, origen, convertido_en, signo);
  return null;
end $$;
create trigger cliente_captacion after insert on cliente referencing new table as filas
  for each statement execute function anotar_captacion();
create trigger cliente_captacion_menos after delete on cliente referencing old table as filas
  for each statement execute function anotar_captacion();
create trigger cliente_captacion_cambio after update on cliente
  for each row when (
    (old.creado_en, old.origen, old.convertido_en is null) is distinct from
    (new.creado_en, new.origen, new.convertido_en is null)
  ) execute function anotar_captacion_cambio();

-- All figures from the ledger, in a zone.
create function rehacer_cifras(nueva text) returns void language plpgsql as $$
begin
  lock table pago, cliente in share row exclusive mode;
  update zona_reportes set zona = nueva;
  delete from ingreso_delta;
  delete from ingreso_dia;
  delete from captacion_delta;
  delete from captacion_dia;
  insert into ingreso_dia
    select (fecha at time zone nueva)::date, medio, sum(case tipo when 'PAGO' then monto else -monto end), count(*)
    from pago group by 1, 2;
  insert into captacion_dia
    select (creado_en at time zone nueva)::date, origen, count(*), count(convertido_en) from cliente group by 1, 2;
end $$;
select rehacer_cifras('America/Santiago');

-- What its money was for: the totals by kind of its lines as they were sold, annulled ones too, so that what a closed
-- month says of them never changes. Zero all three when nothing of it had a price.
alter table cobro add column total_taller bigint not null default 0;
alter table cobro add column total_curso bigint not null default 0;
alter table cobro add column total_producto bigint not null default 0;
update cobro set
  total_taller = coalesce((select sum(total) from inscripcion i where i.cobro_id = cobro.id), 0),
  total_curso = coalesce((select sum(total) from inscripcion_curso i where i.cobro_id = cobro.id), 0),
  total_producto = coalesce((select sum(total) from venta_producto v where v.cobro_id = cobro.id), 0);

-- What is owed now, and by whom.
create index cobro_por_cobrar on cobro (cliente_id) include (total, pagado)
  where estado in ('PENDIENTE', 'ABONADO') and total > pagado;

-- Who bought, and when they showed interest first: read whole by the reports on who returns and how people advance.
create index cobro_confirmado on cobro (cliente_id, creado_en) where estado in ('ABONADO', 'PAGADO');
create index cliente_estado_interes on cliente_estado (cliente_id, creado_en) where a in ('PROSPECTO', 'CLIENTE');

-- What is to be given back, summed from the index alone.
drop index cobro_por_reembolsar;
create index cobro_por_reembolsar on cobro (id) include (estado, total, pagado)
  where pagado > total or (estado = 'ANULADO' and pagado > 0);
