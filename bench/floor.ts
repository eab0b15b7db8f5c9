import pg from 'pg';

/**
 * What this machine's PostgreSQL does of the bare work of an enrolment, a conditional UPDATE of the
 * counter with its INSERT in one statement, without any application: the ceiling of the figures above.
 */
export async function measureFloor(
  url: string,
  talleres: number,
  seconds: number,
): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: 16 });
  await pool.query(`drop schema if exists suelo cascade; create schema suelo;
    create table suelo.taller (id int primary key, ocupados int not null, cupos int not null) with (fillfactor = 70);
    create table suelo.inscripcion (id bigint generated always as identity primary key, taller_id int not null, nombre text);
    insert into suelo.taller select n, 0, 1000000 from generate_series(1, 100) n`);
  const until = performance.now() + seconds * 1000;
  let done = 0;
  await Promise.all(
    Array.from({ length: 16 }, async (_, worker) => {
      for (let i = worker; performance.now() < until; i += 1) {
        await pool.query({
          name: 'suelo',
          text: `with tomado as (update suelo.taller set ocupados = ocupados + 1
              where id = $1 and ocupados + 1 <= cupos returning id)
            insert into suelo.inscripcion (taller_id, nombre) select id, $2 from tomado`,
          values: [1 + (i % talleres), `Persona ${i}`],
        });
        done += 1;
      }
    }),
  );
  await pool.query('drop schema suelo cascade');
  await pool.end();
  return done / seconds;
}
