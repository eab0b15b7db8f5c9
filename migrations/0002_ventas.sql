-- Talleres with their seats, and the money owed and moved for them.
create table taller (
  id bigint generated always as identity primary key,
  titulo text not null check (titulo <> ''),
  slug text not null unique,
  resumen text,
  descripcion text,
  modalidad text not null check (modalidad in ('PRESENCIAL', 'EN_VIVO')),
  lugar text,
  direccion text,
  comuna text,
  enlace text,
  instructor text,
  interes_id bigint references interes,
  imagen_id uuid references archivo,
  inicia_en timestamptz(3) not null,
  termina_en timestamptz(3) not null,
  zona text not null default 'America/Santiago',
  precio bigint not null check (precio >= 0),
  afecto_iva boolean not null default false,
  cupos int not null check (cupos > 0),
  cupos_ocupados int not null default 0,
  estado text not null default 'BORRADOR' check (estado in ('BORRADOR', 'PUBLICADO', 'ANULADO')),
  publicado_en timestamptz(3),
  anulado_en timestamptz(3),
  anulado_motivo text,
  version int not null default 1,
  creado_en timestamptz(3) not null default now(),
  actualizado_en timestamptz(3) not null default now(),
  busqueda text not null generated always as (
    normalizar(titulo || ' ' || coalesce(instructor, '') || ' ' || coalesce(lugar, ''))
  ) stored,
  constraint taller_cupos check (cupos_ocupados between 0 and cupos),
  constraint taller_fechas check (termina_en > inicia_en)
) with (fillfactor = 70);
create index taller_inicia_en on taller (inicia_en, id);
create index taller_busqueda on taller using gin (busqueda gin_trgm_ops);
create index taller_interes on taller (interes_id);

create table cobro (
  id bigint generated always as identity primary key,
  codigo text not null unique,
  cliente_id bigint not null references cliente,
  total bigint not null check (total >= 0),
  pagado bigint not null default 0 check (pagado >= 0),
  estado text not null check (estado in ('PENDIENTE', 'ABONADO', 'PAGADO', 'ANULADO')),
  canal text not null check (canal in ('WEB', 'STAFF')),
  vence_en timestamptz(3),
  vencido_en timestamptz(3),
  -- A payment came after the hold expired and the seat was gone: staff must decide.
  alerta text check (alerta in ('PAGO_SIN_CUPO')),
  creado_por uuid references usuario on delete set null,
  creado_en timestamptz(3) not null default now(),
  actualizado_en timestamptz(3) not null default now()
);
create index cobro_cliente on cobro (cliente_id, id desc);
create index cobro_vence on cobro (vence_en) where estado = 'PENDIENTE' and vence_en is not null;
create index cobro_estado on cobro (estado, id desc);
create index cobro_alerta on cobro (id) where alerta is not null;
create index cobro_por_reembolsar on cobro (id) where pagado > total or (estado = 'ANULADO' and pagado > 0);

create table inscripcion (
  id bigint generated always as identity primary key,
  cobro_id bigint not null references cobro,
  cliente_id bigint not null references cliente,
  -- Checked at commit: the seat counter's update is the last statement before it, and holds the row already.
  taller_id bigint not null references taller deferrable initially deferred,
  cantidad int not null check (cantidad > 0),
  precio_unitario bigint not null check (precio_unitario >= 0),
  descuento bigint not null default 0 check (descuento >= 0),
  descuento_motivo text,
  total bigint not null generated always as (precio_unitario * cantidad - descuento) stored,
  afecto_iva boolean not null,
  anulada_en timestamptz(3),
  anulada_por uuid references usuario on delete set null,
  anulada_causa text check (anulada_causa in ('STAFF', 'VENCIDO', 'TALLER_ANULADO')),
  anulada_motivo text,
  creado_en timestamptz(3) not null default now(),
  constraint inscripcion_descuento check (descuento <= precio_unitario * cantidad),
  constraint inscripcion_motivo check (descuento = 0 or descuento_motivo is not null),
  constraint inscripcion_anulada check ((anulada_en is null) = (anulada_causa is null))
);
create unique index inscripcion_viva on inscripcion (cliente_id, taller_id) where anulada_en is null;
create index inscripcion_cobro on inscripcion (cobro_id);
create index inscripcion_taller on inscripcion (taller_id, id);

-- Who sits in each seat, when it is not the buyer; a company may name them later.
create table asistente (
  inscripcion_id bigint not null references inscripcion on delete cascade,
  puesto int not null check (puesto > 0),
  nombres text not null check (nombres <> ''),
  apellidos text not null default '',
  email text,
  telefono text,
  primary key (inscripcion_id, puesto)
);

create table pago (
  id bigint generated always as identity primary key,
  cobro_id bigint not null references cobro,
  tipo text not null check (tipo in ('PAGO', 'REEMBOLSO', 'REVERSO')),
  monto bigint not null check (monto > 0),
  medio text not null check (medio in ('TRANSFERENCIA', 'EFECTIVO', 'WEBPAY', 'MERCADO_PAGO', 'OTRO')),
  referencia text,
  fecha timestamptz(3) not null,
  nota text,
  -- A REVERSO undoes exactly one PAGO, once.
  reversa_de bigint unique references pago,
  registrado_por uuid references usuario,
  creado_en timestamptz(3) not null default now(),
  constraint pago_reverso check ((tipo = 'REVERSO') = (reversa_de is not null))
);
create index pago_cobro on pago (cobro_id, id);
create index pago_fecha on pago (fecha) include (tipo, monto);

-- A bank reference stands for one payment; a reversed payment gives its reference free.
create table pago_referencia (
  medio text not null,
  referencia text not null,
  pago_id bigint not null unique references pago,
  primary key (medio, referencia)
);

create trigger pago_append_only before update or delete on pago
  for each row execute function impedir_cambio();
create trigger consentimiento_append_only
  before delete or update of email, finalidad, accion, texto, texto_version, canal, evidencia, creado_en on consentimiento
  for each row execute function impedir_cambio();
