-- Kits with stock. `stock_actual` is what may still be sold: it is never more than the movements say,
-- and those sold but not delivered are no longer in it.
create table producto (
  id bigint generated always as identity primary key,
  nombre text not null check (nombre <> ''),
  sku text not null check (sku <> ''),
  slug text not null unique,
  descripcion text,
  interes_id bigint references interes,
  imagen_id uuid references archivo,
  precio bigint not null check (precio >= 0),
  afecto_iva boolean not null default true,
  stock_actual int not null default 0,
  stock_minimo int not null default 0 check (stock_minimo >= 0),
  -- When stock last fell to the minimum, and when someone said to have seen it; a new fall rings again.
  alerta_en timestamptz(3),
  alerta_vista_en timestamptz(3),
  -- Offered on the public pages of the talleres and cursos of its interés.
  venta_web boolean not null default false,
  estado text not null default 'ACTIVO' check (estado in ('ACTIVO', 'ARCHIVADO')),
  version int not null default 1,
  creado_en timestamptz(3) not null default now(),
  actualizado_en timestamptz(3) not null default now(),
  busqueda text not null generated always as (normalizar(' ' || nombre || ' ' || sku)) stored,
  constraint producto_stock check (stock_actual >= 0)
) with (fillfactor = 70);
create unique index producto_sku on producto (upper(sku));
create index producto_busqueda on producto using gin (busqueda gin_trgm_ops);
create index producto_nombre on producto (nombre collate es, id);
create index producto_interes on producto (interes_id);
create index producto_alerta on producto (alerta_en) where alerta_en is not null;

create table venta_producto (
  id bigint generated always as identity primary key,
  cobro_id bigint not null references cobro,
  cliente_id bigint not null references cliente,
  -- Checked at commit: the stock counter's update is among the last statements, and holds the row already.
  producto_id bigint not null references producto deferrable initially deferred,
  cantidad int not null check (cantidad > 0),
  precio_unitario bigint not null check (precio_unitario >= 0),
  descuento bigint not null default 0 check (descuento >= 0),
  descuento_motivo text,
  total bigint not null generated always as (precio_unitario * cantidad - descuento) stored,
  afecto_iva boolean not null,
  entrega text not null default 'POR_ENTREGAR' check (entrega in ('POR_ENTREGAR', 'ENTREGADO', 'ENVIADO')),
  entrega_nota text,
  entrega_en timestamptz(3),
  entrega_por uuid references usuario on delete set null,
  anulada_en timestamptz(3),
  anulada_por uuid references usuario on delete set null,
  anulada_causa text check (anulada_causa in ('STAFF', 'VENCIDO', 'TALLER_ANULADO')),
  anulada_motivo text,
  creado_en timestamptz(3) not null default now(),
  constraint venta_producto_descuento check (descuento <= precio_unitario * cantidad),
  constraint venta_producto_motivo check (descuento = 0 or descuento_motivo is not null),
  constraint venta_producto_anulada check ((anulada_en is null) = (anulada_causa is null)),
  constraint venta_producto_entrega check ((entrega = 'POR_ENTREGAR') = (entrega_en is null))
);
create index venta_producto_cobro on venta_producto (cobro_id);
create index venta_producto_producto on venta_producto (producto_id, id);
create index venta_producto_cliente on venta_producto (cliente_id, id);
create index venta_producto_creado_en on venta_producto (creado_en desc, id desc);
create index venta_producto_entrega_en on venta_producto (entrega_en desc, id desc) where entrega_en is not null;
create index venta_producto_pendiente on venta_producto (creado_en, id)
  where entrega = 'POR_ENTREGAR' and anulada_en is null;
create index venta_producto_por_entregar on venta_producto (producto_id) include (cantidad)
  where entrega = 'POR_ENTREGAR' and anulada_en is null;

create table movimiento_stock (
  id bigint generated always as identity primary key,
  producto_id bigint not null references producto deferrable initially deferred,
  tipo text not null check (tipo in ('VENTA', 'ANULACION', 'INGRESO', 'AJUSTE', 'MERMA')),
  -- What it adds to the stock; less than zero takes away.
  cantidad int not null check (cantidad <> 0),
  -- What was left after it.
  stock int not null check (stock >= 0),
  motivo text,
  venta_producto_id bigint references venta_producto deferrable initially deferred,
  usuario_id uuid references usuario on delete set null,
  creado_en timestamptz(3) not null default now(),
  constraint movimiento_stock_signo check (
    case tipo when 'VENTA' then cantidad < 0 when 'MERMA' then cantidad < 0
      when 'ANULACION' then cantidad > 0 when 'INGRESO' then cantidad > 0 else true end),
  constraint movimiento_stock_venta check ((tipo in ('VENTA', 'ANULACION')) = (venta_producto_id is not null)),
  constraint movimiento_stock_motivo check (tipo not in ('AJUSTE', 'MERMA') or motivo is not null)
);
create index movimiento_stock_producto on movimiento_stock (producto_id, id desc);
create index movimiento_stock_venta_producto on movimiento_stock (venta_producto_id) where venta_producto_id is not null;
create trigger movimiento_stock_append_only
  before delete or update of producto_id, tipo, cantidad, stock, motivo, venta_producto_id, creado_en on movimiento_stock
  for each row execute function impedir_cambio();
