-- The outbox: one row per message and recipient, written in the transaction of its cause, is the queue itself.

-- Addresses that must not be written to. They outlive their Cliente. BAJA stops what is promotional, the others all.
create table supresion (
  id bigint generated always as identity unique,
  email text primary key check (email = lower(email)),
  motivo text not null check (motivo in ('BAJA', 'REBOTE', 'RECLAMO', 'MANUAL')),
  detalle text,
  email_log_id bigint,
  creado_por uuid references usuario on delete set null,
  creado_en timestamptz(3) not null default now()
);
create index supresion_creado_en on supresion (creado_en desc, email);

-- What messages are made of, frozen: Liquid for each recipient. The same content is kept once.
create table contenido_email (
  id bigint generated always as identity primary key,
  huella text not null unique,
  asunto text not null,
  html text not null,
  texto text not null,
  -- The values that all its messages share.
  datos jsonb not null default '{}',
  creado_en timestamptz(3) not null default now()
);

create table plantilla_email (
  id bigint generated always as identity primary key,
  nombre text not null check (nombre <> ''),
  tipo text not null check (tipo in ('OFERTA', 'RECORDATORIO', 'PERSONALIZADO')),
  archivada_en timestamptz(3),
  version int not null default 1,
  creado_en timestamptz(3) not null default now(),
  actualizado_en timestamptz(3) not null default now()
);
create unique index plantilla_email_nombre on plantilla_email (normalizar(nombre)) where archivada_en is null;

-- Every content a template had; the newest is the one in use. Append-only.
create table plantilla_version (
  id bigint generated always as identity primary key,
  plantilla_id bigint not null references plantilla_email on delete cascade,
  numero int not null check (numero > 0),
  asunto text not null,
  preheader text,
  cuerpo text not null,
  creado_por uuid references usuario on delete set null,
  creado_en timestamptz(3) not null default now(),
  unique (plantilla_id, numero)
);

-- What the school changed of an automatic mail; without a row it goes out as it came.
create table correo_automatico (
  clave text primary key,
  activo boolean not null default true,
  asunto text,
  preheader text,
  cuerpo text,
  version int not null default 1,
  actualizado_por uuid references usuario on delete set null,
  actualizado_en timestamptz(3) not null default now(),
  constraint correo_automatico_texto check ((asunto is null) = (cuerpo is null))
);

create table campana (
  id bigint generated always as identity primary key,
  nombre text not null check (nombre <> ''),
  tipo text not null check (tipo in ('OFERTA', 'RECORDATORIO', 'PERSONALIZADO')),
  estado text not null default 'BORRADOR' check (estado in
    ('BORRADOR', 'PROGRAMADA', 'PREPARANDO', 'ENVIANDO', 'PAUSADA', 'COMPLETADA', 'CANCELADA')),
  -- Grows at each change of estado: what was taken under an older one is not handed over.
  epoca int not null default 0,
  plantilla_id bigint references plantilla_email on delete set null,
  asunto text not null default '',
  preheader text,
  cuerpo text not null default '',
  -- What it is about: gives its variables.
  taller_id bigint references taller on delete set null,
  curso_id bigint references curso on delete set null,
  producto_id bigint references producto on delete set null,
  audiencia jsonb not null,
  seguimiento boolean not null default false,
  programada_en timestamptz(3),
  -- Frozen when PREPARANDO begins.
  contenido_id bigint references contenido_email,
  -- How far PREPARANDO went, by id of Cliente, and the last id there was when it began.
  preparado_hasta bigint,
  preparar_tope bigint,
  candidatos int not null default 0,
  destinatarios int not null default 0,
  exclusiones jsonb not null default '{}',
  -- When every row it should have was there.
  preparada_en timestamptz(3),
  pausa_motivo text,
  -- How many messages ended how, once no more will.
  progreso jsonb,
  iniciada_en timestamptz(3),
  terminada_en timestamptz(3),
  version int not null default 1,
  creado_por uuid references usuario on delete set null,
  creado_en timestamptz(3) not null default now(),
  actualizado_en timestamptz(3) not null default now()
);
create index campana_creado_en on campana (creado_en desc, id desc);
create index campana_activa on campana (estado, programada_en)
  where estado in ('PROGRAMADA', 'PREPARANDO', 'ENVIANDO', 'PAUSADA');

create table email_log (
  id bigint generated always as identity primary key,
  tipo text not null check (tipo in ('OFERTA', 'RECORDATORIO', 'PERSONALIZADO', 'TRANSACCIONAL')),
  campana_id bigint references campana,
  -- The kind of automatic mail, and what it is about.
  automatico text,
  referencia jsonb not null default '{}',
  -- One message of each cause.
  clave text,
  -- Carries a way to unsubscribe and stops at any Supresion.
  comercial boolean not null,
  cliente_id bigint references cliente on delete set null,
  email text not null check (email = lower(email)),
  contenido_id bigint references contenido_email,
  -- The values its content was filled with, but what must not be kept.
  datos jsonb not null default '{}',
  asunto text,
  estado text not null default 'EN_COLA' check (estado in
    ('EN_COLA', 'TOMADO', 'ENVIADO', 'LOCAL', 'FALLIDO', 'SUPRIMIDO', 'CANCELADO', 'INCIERTO')),
  intentos int not null default 0,
  disponible_en timestamptz(3) not null default now(),
  vence_en timestamptz(3),
  tomado_por uuid,
  tomado_hasta timestamptz(3),
  -- When it was cleared for the hand-over to SMTP: from here on it may have been received.
  entrega_en timestamptz(3),
  incierto_en timestamptz(3),
  enviado_en timestamptz(3),
  -- What the receiving server answered, or why it was not sent.
  respuesta text,
  rebotado_en timestamptz(3),
  reclamado_en timestamptz(3),
  abierto_en timestamptz(3),
  clic_en timestamptz(3),
  reenvio_de bigint references email_log,
  creado_por uuid references usuario on delete set null,
  creado_en timestamptz(3) not null default now(),
  constraint email_log_origen check (campana_id is null or (automatico is null and tipo <> 'TRANSACCIONAL' and comercial)),
  constraint email_log_enviado check ((estado in ('ENVIADO', 'LOCAL')) = (enviado_en is not null)),
  constraint email_log_tomado check ((estado = 'TOMADO') = (tomado_por is not null))
) with (fillfactor = 85);
create unique index email_log_campana_cliente on email_log (campana_id, cliente_id) where campana_id is not null;
create index email_log_campana on email_log (campana_id, id) include (estado) where campana_id is not null;
create unique index email_log_clave on email_log (clave) where clave is not null;
create index email_log_cola on email_log (disponible_en, id) where estado = 'EN_COLA' and campana_id is null;
create index email_log_cola_campana on email_log (campana_id, disponible_en, id)
  where estado = 'EN_COLA' and campana_id is not null;
create index email_log_tomado_por on email_log (tomado_por) where estado = 'TOMADO';
create index email_log_sin_enviar on email_log (estado, id desc) where estado <> 'ENVIADO';
create index email_log_creado_en on email_log (creado_en desc, id desc);
create index email_log_devuelto on email_log (id desc) where rebotado_en is not null or reclamado_en is not null;
create index email_log_abierto on email_log (id desc) where abierto_en is not null;
create index email_log_clic on email_log (id desc) where clic_en is not null;
-- One copy of each at most: what is sent again after that is the copy.
create unique index email_log_reenvio_de on email_log (reenvio_de) where reenvio_de is not null;
create index email_log_cliente on email_log (cliente_id, id desc) where cliente_id is not null;
create index email_log_email on email_log (email text_pattern_ops, id desc);
create index email_log_directo on email_log (tipo, id desc) where campana_id is null;
create index email_log_automatico on email_log (automatico, id desc) where automatico is not null;
alter table supresion add foreign key (email_log_id) references email_log on delete set null;

-- What happened to messages afterwards. Append-only.
create table email_evento (
  id bigint generated always as identity primary key,
  email_log_id bigint not null references email_log on delete cascade,
  campana_id bigint references campana,
  tipo text not null check (tipo in ('APERTURA', 'CLIC', 'REBOTE', 'RECLAMO', 'BAJA')),
  -- Of a click: the number of the link within the content and where it led.
  url text,
  detalle text,
  -- By a program rather than a person, as far as one can tell.
  maquina boolean not null default false,
  creado_en timestamptz(3) not null default now()
);
create index email_evento_email_log on email_evento (email_log_id, id);
create index email_evento_baja on email_evento (email_log_id) where tipo = 'BAJA';
create index email_evento_campana on email_evento (campana_id, tipo, email_log_id) where campana_id is not null;

-- Bounces and complaints as they came in; the same one read again changes nothing.
create table rebote (
  id bigint generated always as identity primary key,
  huella text not null unique,
  tipo text not null check (tipo in ('DURO', 'BLANDO', 'RECLAMO', 'OTRO')),
  email text,
  email_log_id bigint references email_log on delete set null,
  codigo text,
  detalle text,
  via text not null check (via in ('BUZON', 'WEBHOOK', 'ARCHIVO')),
  creado_en timestamptz(3) not null default now()
);
create index rebote_creado_en on rebote (creado_en desc, id desc);

-- How mail goes out. Secrets are sealed with the secret of the installation.
create table ajustes_correo (
  id boolean primary key default true check (id),
  remitente_nombre text,
  remitente_email text,
  responder_a text,
  smtp_host text,
  smtp_puerto int check (smtp_puerto between 1 and 65535),
  smtp_seguridad text not null default 'STARTTLS' check (smtp_seguridad in ('STARTTLS', 'TLS', 'NINGUNA')),
  smtp_usuario text,
  smtp_clave text,
  conexiones int not null default 4 check (conexiones between 1 and 20),
  limite_segundo int check (limite_segundo between 1 and 1000),
  limite_hora int check (limite_hora between 1 and 1000000),
  dkim_dominio text,
  dkim_selector text,
  dkim_clave text,
  -- Where bounces are sent: `rebotes@escuela.cl` becomes `rebotes+…@escuela.cl`.
  rebotes_email text,
  buzon_host text,
  buzon_puerto int check (buzon_puerto between 1 and 65535),
  buzon_seguridad text not null default 'TLS' check (buzon_seguridad in ('STARTTLS', 'TLS', 'NINGUNA')),
  buzon_usuario text,
  buzon_clave text,
  buzon_revisado_en timestamptz(3),
  buzon_error text,
  webhook_clave text,
  doble_confirmacion boolean not null default true,
  -- Why nothing goes out now, when the server cannot be used.
  envio_problema text,
  envio_problema_en timestamptz(3),
  version int not null default 1,
  actualizado_en timestamptz(3) not null default now()
);
insert into ajustes_correo default values;

-- The budget of a sender: groups handed over that may still count within a second, and blocks of ten seconds for the hour.
create table email_remitente (
  clave text primary key
);
create table email_ritmo (
  id bigint generated always as identity primary key,
  remitente text not null references email_remitente on delete cascade,
  trabajador uuid not null,
  cantidad int not null check (cantidad > 0),
  otorgado_en timestamptz not null,
  terminado_en timestamptz
);
create index email_ritmo_remitente on email_ritmo (remitente, terminado_en);
create table email_ritmo_hora (
  remitente text not null references email_remitente on delete cascade,
  bloque timestamptz not null,
  cantidad int not null,
  primary key (remitente, bloque)
);

-- Whom a newsletter form wrote a confirmation to. Nothing is agreed until they confirm.
create table suscripcion (
  id bigint generated always as identity primary key,
  email text not null check (email = lower(email)),
  -- Names, intereses and origin, as the form gave them.
  datos jsonb not null default '{}',
  texto text not null,
  texto_version int not null,
  canal text not null,
  evidencia jsonb not null default '{}',
  confirmada_en timestamptz(3),
  creado_en timestamptz(3) not null default now()
);
create index suscripcion_email on suscripcion (email, creado_en desc);

-- Personal data whose use the person had stopped: nothing is written to them.
alter table cliente add column bloqueado_en timestamptz(3);
alter table cliente add column bloqueo_motivo text;
-- An interest they keep, of which they want no mail.
alter table cliente_interes add column correo boolean not null default true;

create trigger plantilla_version_solo_nuevas before update on plantilla_version
  for each row execute function impedir_cambio();
