-- A search with many matches reads the newest first until the page is full: from the index alone.
drop index cliente_creado_en;
create index cliente_creado_en on cliente (creado_en desc, id desc) include (busqueda);
