/** The world as a flat picture: an outline for each country that Natural Earth has at 1:110m, a place for every one. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { geoEqualEarth, geoPath } from 'd3-geo';
import { feature, merge } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Polygon, Topology } from 'topojson-specification';
import { type Country, countries } from './countries.js';

export type Point = readonly [x: number, y: number];

export interface Shape {
  readonly code: string;
  /** Of an SVG path; undefined for those that the outlines lack. */
  readonly outline: string | undefined;
  /** Where it is, for those that would not be seen otherwise. */
  readonly dot: Point | undefined;
}

interface World {
  readonly sphere: string;
  readonly height: number;
  /** Every country, each with an outline, a dot, or both. */
  readonly shapes: readonly Shape[];
  /** The land that is drawn and has no code. */
  readonly otherLand: string;
  /** The border around several countries together. */
  outlineOf(codes: readonly string[]): string;
}

type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;

export const width = 960;

/** Outlines that cover less, in square units of the picture, have a dot as well. */
const smallest = 12;

/** Equal Earth keeps areas comparable; turned a little, it cuts through the Bering Strait and not through Russia. */
const projection = geoEqualEarth().rotate([-11, 0]).fitWidth(width, { type: 'Sphere' });
const path = geoPath(projection).digits(1);

/** Where a country lies on the picture; undefined for what is none. */
export function placeOf(code: string): Point | undefined {
  const country = countries.get(code);
  return (country && projection([country.longitude, country.latitude])) ?? undefined;
}

const readAtlas = (): Atlas =>
  JSON.parse(readFileSync(fileURLToPath(import.meta.resolve('world-atlas/countries-110m.json')), 'utf8')) as Atlas;

function drawShape(atlas: Atlas, { code }: Country, geometry: GeometryObject | undefined): Shape {
  const drawn = geometry && feature(atlas, geometry);
  const isSmall = drawn === undefined || path.area(drawn) < smallest;
  return { code, outline: (drawn && path(drawn)) ?? undefined, dot: isSmall ? placeOf(code) : undefined };
}

function drawWorld(): World {
  const atlas = readAtlas();
  const { geometries } = atlas.objects.countries;
  const byNumber = new Map(geometries.map((geometry) => [String(geometry.id), geometry]));
  const numbers = new Set([...countries.values()].map(({ numeric }) => numeric));
  const [, [, bottom]] = path.bounds({ type: 'Sphere' });
  return {
    sphere: path({ type: 'Sphere' }) ?? '',
    height: Math.ceil(bottom),
    shapes: [...countries.values()].map((country) => drawShape(atlas, country, byNumber.get(country.numeric))),
    otherLand: geometries
      .filter(({ id }) => !numbers.has(String(id)))
      .map((geometry) => path(feature(atlas, geometry)) ?? '')
      .join(''),
    outlineOf(codes) {
      const members = codes.flatMap((code) => byNumber.get(countries.get(code)?.numeric ?? '') ?? []);
      return path(merge(atlas, members as Polygon[])) ?? '';
    },
  };
}

let known: World | undefined;

/** Drawn when it is first wanted: that takes a tenth of a second. */
export function world(): World {
  known ??= drawWorld();
  return known;
}
