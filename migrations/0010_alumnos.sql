-- A student's login is linked to the Cliente whose email it proved; staff have none.
alter table usuario add column cliente_id bigint unique references cliente;
alter table usuario add constraint usuario_alumno check ((rol = 'ALUMNO') = (cliente_id is not null));

-- The secret address with which a student's calendar program follows their talleres.
create table calendario (
  cliente_id bigint primary key references cliente on delete cascade,
  token text not null unique,
  creado_en timestamptz(3) not null default now()
);
