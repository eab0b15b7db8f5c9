import { type Random, weightedList } from './random.ts';

// Weights follow, roughly, how common each name is among adults in Chile.
const femeninos = weightedList(`
  María 26, María José 14, María Paz 7, María Fernanda 7, María Ignacia 6, María Elena 5, Ana María 6,
  Camila 28, Constanza 22, Francisca 24, Carolina 24, Javiera 20, Catalina 20, Valentina 20, Daniela 22,
  Claudia 20, Patricia 18, Paula 17, Andrea 18, Fernanda 16, Natalia 15, Macarena 14, Marcela 14,
  Verónica 13, Lorena 11, Alejandra 14, Paulina 13, Carla 10, Soledad 8, Ximena 9, Gabriela 11,
  Bárbara 10, Nicole 9, Karina 8, Pamela 10, Viviana 7, Antonia 11, Isidora 9, Josefa 7, Florencia 8,
  Sofía 10, Martina 7, Trinidad 6, Magdalena 7, Rosario 5, Pilar 6, Teresa 6, Rosa 9, Gloria 7, Silvia 7,
  Sandra 9, Mónica 9, Cecilia 9, Ana 12, Carmen 8, Luz María 4, Margarita 6, Elizabeth 6, Jacqueline 5,
  Yasna 4, Tamara 6, Consuelo 6, Belén 5, Rocío 5, Begoña 2, Amanda 4, Millaray 3, Rayén 2, Ayelén 2`);

const masculinos = weightedList(`
  Juan 20, José 16, Luis 15, Carlos 15, Francisco 15, Cristián 14, Felipe 14, Sebastián 15, Diego 13,
  Matías 13, Nicolás 13, Rodrigo 13, Pablo 12, Ignacio 11, Jorge 11, Manuel 10, Pedro 10, Gonzalo 10,
  Cristóbal 9, Tomás 9, Benjamín 8, Vicente 8, Andrés 9, Claudio 9, Mauricio 8, Patricio 9, Marcelo 8,
  Juan Pablo 8, Juan Carlos 7, José Miguel 5, José Luis 5, Hernán 5, Álvaro 6, Eduardo 7, Fernando 8,
  Ricardo 7, Sergio 7, Víctor 7, Joaquín 7, Martín 6, Agustín 5, Maximiliano 5, Bastián 4, Héctor 5,
  Raúl 4, Óscar 4, Iván 4, Nahuel 1, Lautaro 1`);

const apellidos = weightedList(`
  González 46, Muñoz 31, Rojas 26, Díaz 25, Pérez 21, Soto 20, Contreras 19, Silva 18, Martínez 16,
  Sepúlveda 16, Morales 16, Rodríguez 15, López 15, Fuentes 14, Hernández 14, Torres 14, Araya 13,
  Flores 13, Espinoza 13, Valenzuela 12, Castillo 12, Tapia 12, Reyes 12, Gutiérrez 12, Castro 11,
  Pizarro 11, Álvarez 11, Vásquez 11, Sánchez 11, Fernández 11, Ramírez 11, Carrasco 10, Gómez 10,
  Cortés 10, Herrera 10, Núñez 10, Jara 9, Vergara 9, Rivera 9, Figueroa 9, Riquelme 9, García 9,
  Miranda 8, Bravo 8, Vera 8, Molina 8, Vega 8, Campos 8, Sandoval 8, Orellana 8, Cárdenas 8,
  Olivares 8, Alarcón 7, Gallardo 7, Ortiz 7, Garrido 7, Salazar 7, Guzmán 7, Henríquez 7, Saavedra 7,
  Navarro 7, Aguilera 7, Parra 7, Romero 7, Aravena 7, Vargas 7, Cáceres 7, Yáñez 6, Leiva 6,
  Escobar 6, Ruiz 6, Valdés 6, Vidal 6, Salinas 6, Zúñiga 6, Peña 6, Godoy 6, Lagos 6, Maldonado 6,
  Bustos 6, Medina 6, Pino 5, Palma 5, Moreno 5, Sanhueza 5, Carvajal 5, Navarrete 5, Sáez 5,
  Alvarado 5, Donoso 5, Poblete 5, Bustamante 5, Toro 5, Ortega 5, Venegas 5, Guerrero 5, Mendoza 5,
  Farías 5, San Martín 5, Ibáñez 4, Quiroz 4, Acuña 4, Concha 4, Arias 4, Fica 2, Cifuentes 4,
  Oyarzún 4, Barría 3, Mansilla 3, Huenchumán 1, Catrileo 2, Curihuinca 1, Painemal 1, Antileo 1,
  Larraín 2, Errázuriz 1, Irarrázaval 1, Undurraga 1, Schmidt 2, Müller 1, Mackenna 1, Zamorano 3,
  De la Fuente 3, Del Río 3, De la Cruz 2, Ñancupil 1, Ponce 4, Villalobos 4, Ulloa 4, Urrutia 4,
  Villarroel 4, Zapata 4, Zambrano 3, Santander 3, Peralta 3, Lillo 3, Astudillo 4, Arancibia 4`);

export type Persona = { nombres: string; apellidos: string };

/** A person of the kind that takes workshops: about three women to each man; mostly two surnames. */
export function createPersona(random: Random): Persona {
  const nombres = random.chance(0.74) ? femeninos(random) : masculinos(random);
  const uno = apellidos(random);
  return { nombres, apellidos: random.chance(0.8) ? `${uno} ${apellidos(random)}` : uno };
}
