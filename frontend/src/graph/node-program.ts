import { NodeProgram } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import type { Shape } from '../lib/systems';
import { SCREEN, UNIFORMS, tellScreen, type Uniform } from './screen';

/** What our marks say beside what sigma's do. */
export interface MarkData extends NodeDisplayData {
  shape?: Shape;
}

const SHAPES: readonly Shape[] = ['circle', 'square', 'diamond', 'triangle', 'cross', 'house', 'hexagon'];

const VERTEX = /* glsl */ `${SCREEN}
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute vec2 a_corner;

varying vec2 v_at;
varying float v_radius;
varying float v_shape;

void main() {
  v_radius = a_size / u_sizeRatio;
  float reach = v_radius * 1.3 + 2.0;
  vec2 center = (u_matrix * vec3(a_position, 1)).xy;
  gl_Position = vec4(center + a_corner * reach * 2.0 / u_viewport, 0, 1);
  v_at = a_corner * reach;
  v_shape = a_shape;
  paint();
}
`;

// Distances to outlines of about one area, so that no shape looks larger than another.
const FRAGMENT = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying vec2 v_at;
varying float v_radius;
varying float v_shape;

const vec4 nothing = vec4(0.0);

float away(vec2 p, float r) {
  vec2 q = abs(p);
  if (v_shape < 0.5) return length(p) - r;
  if (v_shape < 1.5) return max(q.x, q.y) - r * 0.9;
  if (v_shape < 2.5) return (q.x + q.y - r * 1.25) * 0.7071;
  if (v_shape < 3.5) return max(q.x * 0.866 + p.y * 0.5, -p.y) - r * 0.68;
  if (v_shape < 4.5) return max(min(max(q.x - r * 1.05, q.y - r * 0.5), max(q.y - r * 1.05, q.x - r * 0.5)), -99.0);
  if (v_shape < 5.5) return max(max(q.x - r * 0.92, -p.y - r * 0.85), (q.x * 0.64 + p.y * 0.77) - r * 0.82);
  return max(q.x * 0.866 + q.y * 0.5, q.y) - r * 0.93;
}

void main(void) {
  float far = away(v_at, v_radius);
  #ifdef PICKING_MODE
  gl_FragColor = far > 1.5 ? nothing : v_color;
  #else
  // A white rim parts marks that lie on each other and on lines.
  float rim = clamp(1.6 - far, 0.0, 1.0);
  float ink = clamp(0.5 - far, 0.0, 1.0);
  gl_FragColor = mix(nothing, vec4(mix(vec3(1.0), v_color.rgb, ink), 1.0), rim);
  #endif
}
`;

/** Marks in the shapes of the systems, with a white rim. */
export class MarkProgram extends NodeProgram<Uniform> {
  getDefinition() {
    const { FLOAT, UNSIGNED_BYTE } = WebGLRenderingContext;
    return {
      VERTICES: 6,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: WebGLRenderingContext.TRIANGLES as 4,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_shape', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 2, type: FLOAT }],
      CONSTANT_DATA: [[-1, -1], [1, -1], [1, 1], [-1, -1], [1, 1], [-1, 1]],
    };
  }

  processVisibleItem(node: number, at: number, data: MarkData): void {
    const { array } = this;
    array[at] = data.x;
    array[at + 1] = data.y;
    array[at + 2] = data.size;
    array[at + 3] = SHAPES.indexOf(data.shape ?? 'circle');
    array[at + 4] = floatColor(data.color);
    array[at + 5] = node;
  }

  setUniforms(params: RenderParams, program: Parameters<NodeProgram<Uniform>['setUniforms']>[1]): void {
    tellScreen(params, program);
  }
}
