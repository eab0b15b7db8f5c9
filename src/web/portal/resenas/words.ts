const mean = new Intl.NumberFormat('es-CL', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** `4,6` */
export function promedioText(promedio: number): string {
  return mean.format(promedio);
}

/** `1 reseña`, `27 reseñas` */
export function countText(cantidad: number): string {
  return cantidad === 1 ? '1 reseña' : `${cantidad} reseñas`;
}
