// Thousands of signs in one call of the graphics card: no tiles are cut, nothing is placed anew while a hand moves the map, and new values
// are there with the next frame.
import type { CustomLayerInterface, CustomRenderMethodInput, Map as Library } from "maplibre-gl";
import { shapes, signSheet } from "./glyphs";
import type { MapPoint } from "./point";

const numbersEach = 6;
const vertexText = `
  attribute vec2 place; attribute float shape; attribute vec3 colour;
  uniform mat4 matrix; uniform float size;
  varying float turn; varying vec3 inside;
  void main() {
    gl_Position = matrix * vec4(place, 0.0, 1.0);
    gl_PointSize = size;
    turn = shape;
    inside = colour;
  }`;
const fragmentText = `
  precision mediump float;
  uniform sampler2D sheet; uniform vec3 edge; uniform float count;
  varying float turn; varying vec3 inside;
  void main() {
    vec4 sign = texture2D(sheet, vec2((turn + gl_PointCoord.x) / count, gl_PointCoord.y));
    gl_FragColor = vec4(mix(edge, inside, sign.g) * sign.r, sign.r);
  }`;

/** Signs on the ground, the gravest above. They are as large as their zoom asks for, whatever the projection does. */
export class PointLayer implements CustomLayerInterface {
  readonly id = "points";
  readonly type = "custom" as const;
  readonly renderingMode = "2d" as const;
  #map: Library | null = null;
  #program: WebGLProgram | null = null;
  #buffer: WebGLBuffer | null = null;
  #texture: WebGLTexture | null = null;
  #points: readonly MapPoint[] = [];
  #places = new Float64Array(0);
  #edge: readonly [number, number, number] = [0, 0, 0];
  #isStale = true;

  /** What is shown from the next frame on. */
  show(points: readonly MapPoint[]): void {
    this.#points = points.some((point) => point.rank) ? [...points].sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0)) : points;
    this.#places = new Float64Array(points.length * 2);
    this.#points.forEach(({ lon, lat }, i) => this.#places.set(mercator(lon, lat), i * 2));
    this.#isStale = true;
    this.#map?.triggerRepaint();
  }

  /** The colour of edges, as `#rrggbb`. */
  paintEdges(colour: string): void {
    this.#edge = partsOf(colour);
    this.#map?.triggerRepaint();
  }

  /** The nearest point to a place on the ground, no further than so many pixels; null when there is none. Of two the upper one. */
  near(lon: number, lat: number, pixels: number): MapPoint | null {
    const [x, y] = mercator(lon, lat);
    let least = (pixels / (512 * 2 ** this.#map!.getZoom())) ** 2;
    let found: MapPoint | null = null;
    this.#points.forEach((point, i) => {
      const distance = (this.#places[i * 2]! - x) ** 2 + (this.#places[i * 2 + 1]! - y) ** 2;
      if (distance <= least) {
        least = distance;
        found = point;
      }
    });
    return found;
  }

  /** MapLibre's: also called anew when a graphics card that went away is back. */
  onAdd(map: Library, gl: WebGLRenderingContext | WebGL2RenderingContext): void {
    this.#map = map;
    this.#program = programOf(gl);
    this.#buffer = gl.createBuffer();
    this.#texture = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, this.#texture);
    gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, signSheet());
    for (const [name, value] of [[gl.TEXTURE_MIN_FILTER, gl.LINEAR], [gl.TEXTURE_MAG_FILTER, gl.LINEAR], [gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE], [gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE]] as const) {
      gl.texParameteri(gl.TEXTURE_2D, name, value);
    }
    this.#isStale = true;
  }

  onRemove(_: Library, gl: WebGLRenderingContext | WebGL2RenderingContext): void {
    gl.deleteProgram(this.#program);
    gl.deleteBuffer(this.#buffer);
    gl.deleteTexture(this.#texture);
    this.#map = null;
  }

  render(gl: WebGLRenderingContext | WebGL2RenderingContext, input: CustomRenderMethodInput): void {
    const program = this.#program;
    if (program === null || this.#points.length === 0) {
      return;
    }
    gl.useProgram(program);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffer);
    if (this.#isStale) {
      gl.bufferData(gl.ARRAY_BUFFER, this.#numbers(), gl.DYNAMIC_DRAW);
      this.#isStale = false;
    }
    let offset = 0;
    for (const [name, size] of [["place", 2], ["shape", 1], ["colour", 3]] as const) {
      const at = gl.getAttribLocation(program, name);
      gl.enableVertexAttribArray(at);
      gl.vertexAttribPointer(at, size, gl.FLOAT, false, numbersEach * 4, offset);
      offset += size * 4;
    }
    const at = (name: string): WebGLUniformLocation | null => gl.getUniformLocation(program, name);
    gl.uniformMatrix4fv(at("matrix"), false, aboutOrigin(input.defaultProjectionData.mainMatrix));
    gl.uniform1f(at("size"), sizeAt(this.#map!.getZoom()) * this.#map!.getPixelRatio());
    gl.uniform1f(at("count"), shapes.length);
    gl.uniform3fv(at("edge"), this.#edge);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.#texture);
    gl.uniform1i(at("sheet"), 0);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.drawArrays(gl.POINTS, 0, this.#points.length);
  }

  /** Of each point: its place from the origin, the number of its shape, its colour. */
  #numbers(): Float32Array {
    const numbers = new Float32Array(this.#points.length * numbersEach);
    const colours = new Map<string, readonly [number, number, number]>();
    this.#points.forEach(({ shape, color }, i) => {
      let parts = colours.get(color);
      if (!parts) {
        colours.set(color, parts = partsOf(color));
      }
      numbers.set([this.#places[i * 2]! - origin[0], this.#places[i * 2 + 1]! - origin[1], shapes.indexOf(shape), ...parts], i * numbersEach);
    });
    return numbers;
  }
}

/** Web Mercator, 0 to 1 from west to east and from north to south. */
function mercator(lon: number, lat: number): [number, number] {
  return [(180 + lon) / 360, (180 - (180 / Math.PI) * Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360))) / 360];
}

// Places are told from here in single precision: near by, that is a fraction of a pixel at any zoom.
const origin = mercator(101, 13);

/** A matrix for places told from the origin. */
function aboutOrigin(matrix: ArrayLike<number>): Float32Array {
  const moved = Float32Array.from(matrix);
  for (let row = 0; row < 4; row++) {
    moved[12 + row] = matrix[row]! * origin[0] + matrix[4 + row]! * origin[1] + matrix[12 + row]!;
  }
  return moved;
}

/** The width of a sign with its edge, in CSS pixels. */
function sizeAt(zoom: number): number {
  const [from, to] = zoom < 7 ? [[4, 12], [7, 18]] as const : [[7, 18], [10, 27]] as const;
  const part = Math.min(1, Math.max(0, (zoom - from[0]) / (to[0] - from[0])));
  return from[1] + part * (to[1] - from[1]);
}

function partsOf(colour: string): readonly [number, number, number] {
  const value = parseInt(colour.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

function programOf(gl: WebGLRenderingContext | WebGL2RenderingContext): WebGLProgram {
  const program = gl.createProgram()!;
  for (const [kind, text] of [[gl.VERTEX_SHADER, vertexText], [gl.FRAGMENT_SHADER, fragmentText]] as const) {
    const shader = gl.createShader(kind)!;
    gl.shaderSource(shader, text);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  return program;
}
