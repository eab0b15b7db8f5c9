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
  -- The rows that moved, by table; those that could not and were taken out whole; the principal as it was. Empty once
  -- undone, or too old to be.
  datos jsonb not null,
  creado_por uuid references usuario on delete set null,
  creado_en timestamptz(3) not null default now(),
  deshecha_por uuid references usuario on delete set null,
  deshecha_en timestamptz(3)
);
create index fusion_principal on fusion (principal_id, id desc);
create index fusion_absorbido on fusion (absorbido_id) where deshecha_en is null;
create index fusion_creado_en on fusion (creado_en desc, id desc);
create unique index fusion_email on fusion (absorbido_email) where absorbido_email is not null;

-- Consent that an address gave, when its record was merged into one with another address: it speaks for that address
-- alone, never for the person's present one.
alter table consentimiento add column ajeno boolean not null default false;

-- An address that was merged away is its principal's: no other record may have it. Whoever was about to create one,
-- while the merge went on, begins again and finds the principal. A principal that takes the address up again frees it.
create function impedir_email_absorbido() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    update fusion set absorbido_email = null where absorbido_email = new.email and principal_id = new.id;
    if not exists (select from fusion where absorbido_email = new.email) then return null; end if;
  elsif not exists (select from filas join fusion on fusion.absorbido_email = filas.email) then
    return null;
  end if;
  raise exception 'el correo es de una ficha que se unió con otra' using errcode = 'serialization_failure';
end $$;
create trigger cliente_email_absorbido after insert on cliente referencing new table as filas
  for each statement execute function impedir_email_absorbido();
create trigger cliente_email_absorbido_cambio after update on cliente
  for each row when (new.email is not null and old.email is distinct from new.email)
  execute function impedir_email_absorbido();

-- What two records of one person share, though written differently: the user of the address without dots and what
-- follows a plus, and the beginnings of the first name and of the first surname, in order of letters. Those alike are
-- compared in full. Functions within an index are named whole: PostgreSQL builds it without a search path.
create function clave_email(email text) returns text
  language sql immutable strict parallel safe
  return replace(split_part(split_part(email, '@', 1), '+', 1), '.', '');

create function clave_nombre(nombres text, apellidos text) returns text
  language plpgsql immutable strict parallel safe as $$
declare
  -- Named with its schema: statistics are gathered with none in sight.
  particulas constant text := '\m(de|del|la|las|los|y|da|das|do|dos)\M|[^a-z0-9 ]';
  primeros constant text[] := regexp_split_to_array(trim(regexp_replace(public.normalizar(nombres), particulas, '', 'g')), ' +');
  segundos constant text[] := regexp_split_to_array(trim(regexp_replace(public.normalizar(apellidos), particulas, '', 'g')), ' +');
  n constant int := cardinality(primeros);
  nombre constant text := left(primeros[1], 4);
  -- Written whole into one field, the surnames are the last two words, or the second of three.
  apellido constant text := left(case when segundos[1] <> '' then segundos[1] when n > 3 then primeros[n - 1]
    when n > 1 then primeros[2] end, 4);
begin
  if nombres = 'Sin nombre' or nombre = '' or apellido is null then return null; end if;
  return least(nombre, apellido) || ' ' || greatest(nombre, apellido);
end $$;
create index cliente_clave_email on cliente (clave_email(email)) where email is not null;
create index cliente_clave_nombre on cliente (clave_nombre(nombres, apellidos), comuna);
