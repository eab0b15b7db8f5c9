-- People, companies and what the whole product stands on.
create extension if not exists pg_trgm;

-- One spelling for search: no accents, no case, ñ as n. The web and the server fold the query alike.
create function normalizar(texto text) returns text
  language sql immutable strict parallel safe
  return lower(regexp_replace(normalize(texto, nfd), '[\u0300-\u036f]', '', 'g'));

-- Spanish order: ñ after n, accents and case aside.
create collation es (provider = icu, locale = 'es-u-ks-level2');

-- ── Users of the system (tables of the authentication library, under our names) ──
create table usuario (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  rol text not null check (rol in ('ADMIN', 'VENTAS', 'MARKETING', 'SOPORTE', 'ALUMNO')),
  activo boolean not null default true,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now()
);

create table sesion (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references usuario on delete cascade,
  token text not null unique,
  expires_at timestamptz(3) not null,
  ip_address text,
  user_agent text,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now()
);
create index sesion_user_id on sesion (user_id);

create table cuenta (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references usuario on delete cascade,
  account_id text not null,
  provider_id text not null,
  issuer text,
  access_token text,
  refresh_token text,
  access_token_expires_at timestamptz(3),
  refresh_token_expires_at timestamptz(3),
  scope text,
  id_token text,
  password text,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  unique (provider_id, account_id)
);
create index cuenta_user_id on cuenta (user_id);

create table verificacion (
  id uuid primary key default gen_random_uuid(),
  identifier text not null,
  value text not null,
  expires_at timestamptz(3) not null,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now()
);
create index verificacion_identifier on verificacion (identifier);

-- The one-use link with which the first administrator is created; only its hash is kept.
create table primer_uso (
  id boolean primary key default true check (id),
  token_hash text not null,
  creado_en timestamptz(3) not null default now()
);

-- ── The business ──
create table archivo (
  id uuid primary key default gen_random_uuid(),
  tipo text not null check (tipo in ('image/webp')),
  contenido bytea not null,
  ancho int not null,
  alto int not null,
  creado_en timestamptz(3) not null default now(),
  creado_por uuid references usuario on delete set null
);

create table negocio (
  id boolean primary key default true check (id),
  nombre text not null default 'Mi escuela de talleres',
  razon_social text,
  rut text,
  giro text,
  direccion text,
  comuna text,
  email text,
  telefono text,
  whatsapp text,
  logo_id uuid references archivo,
  color_acento text not null default '#0b7285' check (color_acento ~ '^#[0-9a-f]{6}$'),
  banco text,
  tipo_cuenta text,
  numero_cuenta text,
  titular_cuenta text,
  rut_cuenta text,
  email_transferencias text,
  instrucciones_pago text,
  horas_reserva int not null default 48 check (horas_reserva between 1 and 720),
  meses_inactividad int not null default 12 check (meses_inactividad between 1 and 120),
  texto_consentimiento text not null default
    'Acepto recibir novedades y ofertas de talleres por correo. Puedo dejar de recibirlas cuando quiera.',
  version_consentimiento int not null default 1,
  version int not null default 1,
  actualizado_en timestamptz(3) not null default now()
);
insert into negocio default values;

create table auditoria (
  id bigint generated always as identity primary key,
  usuario_id uuid references usuario on delete set null,
  accion text not null,
  entidad text not null,
  entidad_id text not null,
  antes jsonb,
  despues jsonb,
  solicitud_id text,
  creado_en timestamptz(3) not null default now()
);
create index auditoria_entidad on auditoria (entidad, entidad_id, id desc);

create table idempotencia (
  clave text not null,
  ambito text not null,
  cuerpo_hash text not null,
  respuesta jsonb not null,
  creado_en timestamptz(3) not null default now(),
  primary key (ambito, clave)
);
create index idempotencia_creado_en on idempotencia (creado_en);

-- ── Intereses ──
create table interes (
  id bigint generated always as identity primary key,
  nombre text not null check (nombre <> ''),
  color text not null check (color ~ '^#[0-9a-f]{6}$'),
  descripcion text,
  version int not null default 1,
  creado_en timestamptz(3) not null default now(),
  actualizado_en timestamptz(3) not null default now()
);
create unique index interes_nombre on interes (normalizar(nombre));

-- ── Empresas ──
create table empresa (
  id bigint generated always as identity primary key,
  razon_social text not null check (razon_social <> ''),
  nombre_fantasia text,
  rut text unique,
  giro text,
  email text,
  telefono text,
  direccion text,
  comuna text,
  notas text,
  version int not null default 1,
  creado_en timestamptz(3) not null default now(),
  actualizado_en timestamptz(3) not null default now(),
  busqueda text not null generated always as (
    normalizar(razon_social || ' ' || coalesce(nombre_fantasia, '') || ' ' || coalesce(email, '') || ' '
      || coalesce(telefono, '') || ' ' || coalesce(rut, '') || ' ' || coalesce(replace(rut, '-', ''), ''))
  ) stored
);
create index empresa_busqueda on empresa using gin (busqueda gin_trgm_ops);
create index empresa_razon_social on empresa (razon_social collate es, id);

-- ── Clientes ──
create table cliente (
  id bigint generated always as identity primary key,
  tipo text not null check (tipo in ('B2C', 'B2B')),
  empresa_id bigint references empresa,
  nombres text not null check (nombres <> ''),
  apellidos text not null default '',
  email text check (email = lower(email)),
  telefono text,
  rut text unique,
  fecha_nacimiento date,
  comuna text,
  origen text not null check (origen in
    ('INSTAGRAM', 'FACEBOOK', 'GOOGLE', 'TIKTOK', 'WHATSAPP', 'REFERIDO', 'EVENTO', 'NEWSLETTER', 'WEB', 'OTRO')),
  origen_detalle jsonb not null default '{}',
  estado text not null default 'LEAD' check (estado in ('LEAD', 'PROSPECTO', 'CLIENTE', 'INACTIVO')),
  notas text,
  ultima_actividad_en timestamptz(3),
  version int not null default 1,
  creado_en timestamptz(3) not null default now(),
  actualizado_en timestamptz(3) not null default now(),
  busqueda text not null generated always as (
    normalizar(nombres || ' ' || apellidos || ' ' || coalesce(email, '') || ' ' || coalesce(telefono, '') || ' '
      || coalesce(rut, '') || ' ' || coalesce(replace(rut, '-', ''), ''))
  ) stored,
  constraint cliente_b2b_empresa check (tipo = 'B2C' or empresa_id is not null),
  constraint cliente_contacto check (email is not null or telefono is not null)
);
create unique index cliente_email on cliente (email);
create index cliente_telefono on cliente (telefono);
create index cliente_busqueda on cliente using gin (busqueda gin_trgm_ops);
create index cliente_creado_en on cliente (creado_en desc, id desc);
create index cliente_apellidos on cliente (apellidos collate es, nombres collate es, id);
create index cliente_actividad on cliente (ultima_actividad_en desc nulls last, id desc);
create index cliente_estado_creado on cliente (estado, creado_en desc, id desc);
create index cliente_empresa on cliente (empresa_id) where empresa_id is not null;
create index cliente_comuna on cliente (comuna, creado_en desc, id desc);
create index cliente_origen on cliente (origen, creado_en desc, id desc);

create table cliente_interes (
  cliente_id bigint not null references cliente on delete cascade,
  interes_id bigint not null references interes,
  creado_en timestamptz(3) not null default now(),
  primary key (cliente_id, interes_id)
);
create index cliente_interes_interes on cliente_interes (interes_id, cliente_id);

create table cliente_estado (
  id bigint generated always as identity primary key,
  cliente_id bigint not null references cliente on delete cascade,
  de text check (de in ('LEAD', 'PROSPECTO', 'CLIENTE', 'INACTIVO')),
  a text not null check (a in ('LEAD', 'PROSPECTO', 'CLIENTE', 'INACTIVO')),
  causa text not null,
  motivo text,
  usuario_id uuid references usuario on delete set null,
  creado_en timestamptz(3) not null default now()
);
create index cliente_estado_cliente on cliente_estado (cliente_id, id desc);

-- Proof of each consent given or withdrawn. Append-only.
create table consentimiento (
  id bigint generated always as identity primary key,
  cliente_id bigint references cliente on delete set null,
  email text not null,
  finalidad text not null check (finalidad in ('NEWSLETTER')),
  accion text not null check (accion in ('OTORGADO', 'RETIRADO')),
  texto text not null,
  texto_version int not null,
  canal text not null,
  evidencia jsonb not null default '{}',
  creado_en timestamptz(3) not null default now()
);
create index consentimiento_cliente on consentimiento (cliente_id, id desc);

create function impedir_cambio() returns trigger language plpgsql as $$
begin
  raise exception 'la tabla % solo admite filas nuevas', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
