-- The days on which a person was, is and will be an active student, kept in the transaction of their cause; and how many
-- there are, by the days on which they begin and cease to be.
create table estudiante_tramo (
  cliente_id bigint not null,
  desde date not null,
  hasta date not null,
  primary key (cliente_id, desde),
  constraint estudiante_tramo_orden check (desde <= hasta)
);
create table activo_dia (
  dia date primary key,
  cambio bigint not null
);
create table activo_delta (
  id bigint generated always as identity primary key,
  dia date not null,
  cambio bigint not null
);

create function dia_local(instante timestamptz) returns date
  language sql stable strict parallel safe
  return (instante at time zone (select zona from zona_reportes))::date;

-- The definition. A seat counts from when it was taken and its sale had money in it (or cost nothing) until 90 days
-- after its workshop, or the day before it, its workshop or its money was taken back. A course counts while it may be
-- watched. Several of one person that touch are one.
create view estudiante_calculado as
  with puesto as (
    select i.cliente_id,
      greatest(dia_local(i.creado_en), p.desde) as desde,
      least(p.hasta, dia_local(t.inicia_en) + 90, dia_local(i.anulada_en) - 1, dia_local(t.anulado_en) - 1) as hasta
    from inscripcion i join taller t on t.id = i.taller_id join cobro c on c.id = i.cobro_id
    cross join lateral (
      select '-infinity'::date as desde, 'infinity'::date as hasta where c.total_taller + c.total_curso + c.total_producto = 0
      union all
      select desde, hasta from (
        select dia as desde, coalesce(lead(dia) over (order by dia) - 1, 'infinity') as hasta,
          sum(neto) over (order by dia) as saldo
        from (select dia_local(fecha) as dia, sum(case tipo when 'PAGO' then monto else -monto end) as neto
          from pago where pago.cobro_id = c.id group by 1) movimientos
      ) saldos where saldo > 0
    ) p
    union all
    select i.cliente_id, dia_local(coalesce(i.acceso_desde, i.creado_en)),
      least(dia_local(i.acceso_hasta - interval '1 ms'), case
        when i.anulada_en is not null then dia_local(i.anulada_en) - 1
        when c.estado = 'PAGADO' or (c.estado = 'ABONADO' and n.acceso_con_abono) then 'infinity'
        else coalesce((select dia_local(max(fecha)) - 1 from pago where pago.cobro_id = c.id), '-infinity') end)
    from inscripcion_curso i join cobro c on c.id = i.cobro_id cross join negocio n
    where i.acceso_desde is not null or (i.anulada_en is null
      and (c.estado = 'PAGADO' or (c.estado = 'ABONADO' and n.acceso_con_abono)))
  )
  select cliente_id, lower(tramo) as desde, upper(tramo) - 1 as hasta from (
    select cliente_id, unnest(range_agg(daterange(desde, hasta, '[]'))) as tramo
    from puesto where desde <= hasta group by cliente_id
  ) unidos;

create function escribir_estudiante(cliente bigint) returns void language plpgsql as $$
declare
  antes daterange[];
  ahora daterange[];
begin
  select array_agg(daterange(desde, hasta, '[]') order by desde) into ahora from estudiante_calculado where cliente_id = cliente;
  select array_agg(daterange(desde, hasta, '[]') order by desde) into antes from estudiante_tramo where cliente_id = cliente;
  if antes is not distinct from ahora then return; end if;
  delete from estudiante_tramo where cliente_id = cliente;
  insert into estudiante_tramo select cliente, lower(r), upper(r) - 1 from unnest(ahora) r;
  insert into activo_delta (dia, cambio)
  select dia, sum(cambio) from (
    select lower(r) as dia, -1 as cambio from unnest(antes) r
    union all select upper(r), 1 from unnest(antes) r
    union all select lower(r), 1 from unnest(ahora) r
    union all select upper(r), -1 from unnest(ahora) r
  ) cambios where dia <> 'infinity' group by dia having sum(cambio) <> 0;
end $$;

-- At commit, when all rows that a transaction locks are locked: two of one person take turns, and the second sees what
-- the first left. Whoever writes those of everyone has number -1 alone.
create function recalcular_estudiante(cliente bigint) returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(8, -1);
  perform pg_advisory_xact_lock(8, (cliente % 2147483647)::int);
  perform escribir_estudiante(cliente);
end $$;

create function estudiante_de_fila() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then perform recalcular_estudiante(old.cliente_id); end if;
  if tg_op = 'INSERT' or (tg_op = 'UPDATE' and new.cliente_id <> old.cliente_id) then
    perform recalcular_estudiante(new.cliente_id);
  end if;
  return null;
end $$;
create function estudiante_de_taller() returns trigger language plpgsql as $$
begin
  perform recalcular_estudiante(cliente_id)
  from (select distinct cliente_id from inscripcion where taller_id = new.id order by 1) personas;
  return null;
end $$;
create function estudiante_de_ajuste() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(8, -1);
  perform escribir_estudiante(cliente_id) from (
    select distinct i.cliente_id from inscripcion_curso i join cobro c on c.id = i.cobro_id
    where c.estado = 'ABONADO' order by 1
  ) personas;
  return null;
end $$;

-- A sale that nobody paid yet makes no student: it costs nothing here.
create constraint trigger cobro_estudiante_nuevo after insert on cobro deferrable initially deferred
  for each row when (new.estado = 'PAGADO' or new.pagado > 0) execute function estudiante_de_fila();
create constraint trigger cobro_estudiante after update on cobro deferrable initially deferred
  for each row when (
    (old.estado in ('ABONADO', 'PAGADO') or new.estado in ('ABONADO', 'PAGADO') or old.pagado > 0 or new.pagado > 0)
    and (old.estado, old.pagado, old.total, old.cliente_id) is distinct from (new.estado, new.pagado, new.total, new.cliente_id)
  ) execute function estudiante_de_fila();
create constraint trigger cobro_estudiante_menos after delete on cobro deferrable initially deferred
  for each row when (old.estado = 'PAGADO' or old.pagado > 0) execute function estudiante_de_fila();
create constraint trigger inscripcion_estudiante after update on inscripcion deferrable initially deferred
  for each row when (
    (old.anulada_en, old.cliente_id, old.taller_id, old.creado_en)
    is distinct from (new.anulada_en, new.cliente_id, new.taller_id, new.creado_en)
  ) execute function estudiante_de_fila();
create constraint trigger inscripcion_curso_estudiante after update on inscripcion_curso deferrable initially deferred
  for each row when (
    (old.anulada_en, old.cliente_id, old.acceso_desde, old.acceso_hasta)
    is distinct from (new.anulada_en, new.cliente_id, new.acceso_desde, new.acceso_hasta)
  ) execute function estudiante_de_fila();
create constraint trigger taller_estudiante after update on taller deferrable initially deferred
  for each row when ((old.inicia_en, old.anulado_en) is distinct from (new.inicia_en, new.anulado_en))
  execute function estudiante_de_taller();
create constraint trigger negocio_estudiante after update on negocio deferrable initially deferred
  for each row when (old.acceso_con_abono <> new.acceso_con_abono) execute function estudiante_de_ajuste();

-- Live enrolments in talleres and cursos by the day they were made and the interés of what they are in; 0 is none.
create table inscrito_dia (
  dia date not null,
  interes_id bigint not null,
  inscripciones bigint not null,
  primary key (dia, interes_id)
);
create table inscrito_delta (
  id bigint generated always as identity primary key,
  dia date not null,
  interes_id bigint not null,
  inscripciones bigint not null
);

create function anotar_inscritos_menos() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'inscripcion' then
    insert into inscrito_delta (dia, interes_id, inscripciones)
    select dia_local(f.creado_en), coalesce(t.interes_id, 0), -count(*)
    from filas f join taller t on t.id = f.taller_id where f.anulada_en is null group by 1, 2;
  else
    insert into inscrito_delta (dia, interes_id, inscripciones)
    select dia_local(f.creado_en), coalesce(c.interes_id, 0), -count(*)
    from filas f join curso c on c.id = f.curso_id where f.anulada_en is null group by 1, 2;
  end if;
  return null;
end $$;
-- At commit, holding what the enrolment is in: whoever gives it another interés comes before, and is seen here, or waits
-- and sees this enrolment.
create function anotar_inscrito() returns trigger language plpgsql as $$
declare
  antes bigint;
  ahora bigint;
begin
  if tg_table_name = 'inscripcion' then
    select coalesce(interes_id, 0) into ahora from taller where id = new.taller_id for share;
    if tg_op = 'UPDATE' then
      select coalesce(interes_id, 0) into antes from taller where id = old.taller_id for share;
    end if;
  else
    select coalesce(interes_id, 0) into ahora from curso where id = new.curso_id for share;
    if tg_op = 'UPDATE' then
      select coalesce(interes_id, 0) into antes from curso where id = old.curso_id for share;
    end if;
  end if;
  if tg_op = 'UPDATE' and old.anulada_en is null then
    insert into inscrito_delta (dia, interes_id, inscripciones) values (dia_local(old.creado_en), antes, -1);
  end if;
  if new.anulada_en is null then
    insert into inscrito_delta (dia, interes_id, inscripciones) values (dia_local(new.creado_en), ahora, 1);
  end if;
  return null;
end $$;
create function anotar_interes_cambio() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'taller' then
    insert into inscrito_delta (dia, interes_id, inscripciones)
    select dia_local(creado_en), interes, sum(signo)
    from inscripcion, (values (coalesce(old.interes_id, 0), -1), (coalesce(new.interes_id, 0), 1)) f (interes, signo)
    where taller_id = new.id and anulada_en is null group by 1, 2;
  else
    insert into inscrito_delta (dia, interes_id, inscripciones)
    select dia_local(creado_en), interes, sum(signo)
    from inscripcion_curso, (values (coalesce(old.interes_id, 0), -1), (coalesce(new.interes_id, 0), 1)) f (interes, signo)
    where curso_id = new.id and anulada_en is null group by 1, 2;
  end if;
  return null;
end $$;
create constraint trigger inscripcion_inscritos after insert on inscripcion deferrable initially deferred
  for each row execute function anotar_inscrito();
create constraint trigger inscripcion_inscritos_cambio after update on inscripcion deferrable initially deferred
  for each row when (
    (old.anulada_en is null, old.creado_en, old.taller_id) is distinct from (new.anulada_en is null, new.creado_en, new.taller_id)
  ) execute function anotar_inscrito();
create trigger inscripcion_inscritos_menos after delete on inscripcion referencing old table as filas
  for each statement execute function anotar_inscritos_menos();
create constraint trigger inscripcion_curso_inscritos after insert on inscripcion_curso deferrable initially deferred
  for each row execute function anotar_inscrito();
create constraint trigger inscripcion_curso_inscritos_cambio after update on inscripcion_curso deferrable initially deferred
  for each row when (
    (old.anulada_en is null, old.creado_en, old.curso_id) is distinct from (new.anulada_en is null, new.creado_en, new.curso_id)
  ) execute function anotar_inscrito();
create trigger inscripcion_curso_inscritos_menos after delete on inscripcion_curso referencing old table as filas
  for each statement execute function anotar_inscritos_menos();
create trigger taller_inscritos after update on taller
  for each row when (old.interes_id is distinct from new.interes_id) execute function anotar_interes_cambio();
create trigger curso_inscritos after update on curso
  for each row when (old.interes_id is distinct from new.interes_id) execute function anotar_interes_cambio();

-- How many published reviews each workshop (all its editions) and course has, and their stars.
create table resena_cuenta (
  serie_id bigint not null default 0,
  curso_id bigint not null default 0,
  cantidad bigint not null,
  suma bigint not null,
  primary key (serie_id, curso_id)
);
create view resena_calculada as
  select coalesce(t.serie_id, t.id, 0) as serie_id, coalesce(r.curso_id, 0) as curso_id, count(*) as cantidad,
    sum(estrellas) as suma
  from resena r left join taller t on t.id = r.taller_id where r.estado = 'PUBLICADA' group by 1, 2;
create function contar_resenas() returns trigger language plpgsql as $$
begin
  insert into resena_cuenta (serie_id, curso_id, cantidad, suma)
  select coalesce(t.serie_id, t.id, 0), coalesce(f.curso_id, 0), sum(f.signo), sum(f.signo * f.estrellas)
  from (
    select new.taller_id, new.curso_id, new.estrellas, 1 as signo where tg_op <> 'DELETE' and new.estado = 'PUBLICADA'
    union all
    select old.taller_id, old.curso_id, old.estrellas, -1 where tg_op <> 'INSERT' and old.estado = 'PUBLICADA'
  ) f left join taller t on t.id = f.taller_id group by 1, 2
  on conflict (serie_id, curso_id) do update set cantidad = resena_cuenta.cantidad + excluded.cantidad,
    suma = resena_cuenta.suma + excluded.suma;
  return null;
end $$;
create trigger resena_cuenta after insert or update of estado, estrellas, taller_id, curso_id or delete on resena
  for each row execute function contar_resenas();
create function contar_resenas_de_serie() returns trigger language plpgsql as $$
begin
  insert into resena_cuenta (serie_id, curso_id, cantidad, suma)
  select f.serie, 0, sum(f.signo), sum(f.signo * estrellas)
  from resena, (values (coalesce(old.serie_id, old.id), -1), (coalesce(new.serie_id, new.id), 1)) f (serie, signo)
  where taller_id = new.id and estado = 'PUBLICADA' group by 1
  on conflict (serie_id, curso_id) do update set cantidad = resena_cuenta.cantidad + excluded.cantidad,
    suma = resena_cuenta.suma + excluded.suma;
  return null;
end $$;
create trigger taller_resenas after update on taller
  for each row when (old.serie_id is distinct from new.serie_id) execute function contar_resenas_de_serie();

create or replace function rehacer_cifras(nueva text) returns void language plpgsql as $$
begin
  lock table pago, cliente, cobro, inscripcion, inscripcion_curso, resena, taller in share row exclusive mode;
  update zona_reportes set zona = nueva;
  delete from ingreso_delta;
  delete from ingreso_dia;
  delete from captacion_delta;
  delete from captacion_dia;
  delete from activo_delta;
  delete from activo_dia;
  delete from estudiante_tramo;
  delete from inscrito_delta;
  delete from inscrito_dia;
  delete from resena_cuenta;
  insert into ingreso_dia
    select (fecha at time zone nueva)::date, medio, sum(case tipo when 'PAGO' then monto else -monto end), count(*)
    from pago group by 1, 2;
  insert into captacion_dia
    select (creado_en at time zone nueva)::date, origen, count(*), count(convertido_en) from cliente group by 1, 2;
  insert into estudiante_tramo select cliente_id, desde, hasta from estudiante_calculado;
  insert into activo_dia
    select dia, sum(cambio) from (
      select desde as dia, 1 as cambio from estudiante_tramo
      union all select hasta + 1, -1 from estudiante_tramo where hasta <> 'infinity'
    ) cambios group by dia;
  insert into inscrito_dia
    select dia, interes_id, count(*) from (
      select (i.creado_en at time zone nueva)::date as dia, coalesce(t.interes_id, 0) as interes_id
      from inscripcion i join taller t on t.id = i.taller_id where i.anulada_en is null
      union all
      select (i.creado_en at time zone nueva)::date, coalesce(c.interes_id, 0)
      from inscripcion_curso i join curso c on c.id = i.curso_id where i.anulada_en is null
    ) lineas group by 1, 2;
  insert into resena_cuenta select serie_id, curso_id, cantidad, suma from resena_calculada;
end $$;
select rehacer_cifras('America/Santiago');
