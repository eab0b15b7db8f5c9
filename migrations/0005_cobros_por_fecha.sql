-- Sales are listed by when they were made, which is not the order of their ids once history is loaded.
drop index cobro_cliente;
create index cobro_cliente on cobro (cliente_id, creado_en desc, id desc);
drop index cobro_estado;
create index cobro_estado on cobro (estado, creado_en desc, id desc);
create index cobro_creado_en on cobro (creado_en desc, id desc);
