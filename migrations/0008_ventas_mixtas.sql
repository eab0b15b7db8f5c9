-- One sale of any mix of lines, for a person or a company, with its receipt.
alter table cobro add column empresa_id bigint references empresa;
create index cobro_empresa on cobro (empresa_id, creado_en desc, id desc) where empresa_id is not null;

-- The number of the receipt, once it was issued.
alter table cobro add column comprobante int unique;
alter table cobro add column comprobante_en timestamptz(3);
alter table cobro add constraint cobro_comprobante check ((comprobante is null) = (comprobante_en is null));

-- Numbers without gaps: taken in the transaction that uses them, so that one undone leaves no hole.
create table numeracion (
  serie text primary key,
  ultimo int not null check (ultimo >= 0)
);
insert into numeracion values ('COMPROBANTE', 0);

-- Every line of every sale, whatever its kind.
create view linea_cobro as
  select 'TALLER' as tipo, id, cobro_id, cliente_id, taller_id as item_id, cantidad, precio_unitario, descuento,
    descuento_motivo, total, afecto_iva, anulada_en, anulada_causa, anulada_motivo, creado_en,
    (select titulo from taller where taller.id = taller_id) as titulo
  from inscripcion
  union all
  select 'CURSO', id, cobro_id, cliente_id, curso_id, 1, precio_unitario, descuento,
    descuento_motivo, total, afecto_iva, anulada_en, anulada_causa, anulada_motivo, creado_en,
    (select titulo from curso where curso.id = curso_id)
  from inscripcion_curso
  union all
  select 'PRODUCTO', id, cobro_id, cliente_id, producto_id, cantidad, precio_unitario, descuento,
    descuento_motivo, total, afecto_iva, anulada_en, anulada_causa, anulada_motivo, creado_en,
    (select nombre from producto where producto.id = producto_id)
  from venta_producto;
