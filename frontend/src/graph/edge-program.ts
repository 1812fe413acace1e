import { EdgeProgram } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import { LINES, type Line } from './picture';
import { SCREEN, UNIFORMS, tellScreen, type Uniform } from './screen';

/** What our lines say beside what sigma's do. */
export interface LineData extends EdgeDisplayData {
  line?: Line;
}

const VERTEX = /* glsl */ `${SCREEN}
attribute vec2 a_positionStart;
attribute vec2 a_positionEnd;
attribute float a_thickness;
attribute float a_line;
attribute float a_positionCoef;
attribute float a_normalCoef;

varying float v_along;
varying float v_across;
varying float v_half;
varying float v_line;

void main() {
  // Everything in pixels of the screen: dashes keep their length whatever the zoom.
  vec2 start = (u_matrix * vec3(a_positionStart, 1)).xy * u_viewport / 2.0;
  vec2 end = (u_matrix * vec3(a_positionEnd, 1)).xy * u_viewport / 2.0;
  vec2 way = end - start;
  float far = length(way);
  vec2 unit = far > 0.0 ? way / far : vec2(1.0, 0.0);
  vec2 normal = vec2(-unit.y, unit.x);
  v_half = max(a_thickness / u_sizeRatio, 1.0) / 2.0;
  float reach = v_half + 1.0;
  vec2 at = mix(start, end, a_positionCoef) + normal * a_normalCoef * reach;
  gl_Position = vec4(at * 2.0 / u_viewport, 0, 1);
  v_along = far * a_positionCoef;
  v_across = a_normalCoef * reach;
  v_line = a_line;
  paint();
}
`;

const FRAGMENT = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying float v_along;
varying float v_across;
varying float v_half;
varying float v_line;

const vec4 nothing = vec4(0.0);

// 1 on the dash, 0 in the gap, soft over a pixel.
float dash(float on, float off) {
  float at = mod(v_along, on + off);
  return clamp(at + 0.5, 0.0, 1.0) * clamp(on - at + 0.5, 0.0, 1.0);
}

void main(void) {
  #ifdef PICKING_MODE
  gl_FragColor = v_color;
  #else
  float away = abs(v_across);
  float ink = clamp(v_half - away + 0.5, 0.0, 1.0);
  float dot_ = max(2.0 * v_half, 1.6);
  if (v_line > 3.5) ink *= max(dash(9.0, 9.0), dash(9.0, 9.0) < 0.5 && mod(v_along, 18.0) > 12.2 && mod(v_along, 18.0) < 14.8 ? 1.0 : 0.0);
  else if (v_line > 2.5) ink *= clamp(away - v_half * 0.34 + 0.25, 0.0, 1.0);
  else if (v_line > 1.5) ink *= dash(dot_, dot_ + 2.4);
  else if (v_line > 0.5) ink *= dash(7.0, 4.5);
  gl_FragColor = mix(nothing, v_color, ink);
  #endif
}
`;

/** Lines solid, dashed, dotted, double or dash-dotted, measured on the screen. */
export class LineProgram extends EdgeProgram<Uniform> {
  getDefinition() {
    const { FLOAT, UNSIGNED_BYTE } = WebGLRenderingContext;
    return {
      VERTICES: 6,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: WebGLRenderingContext.TRIANGLES as 4,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_positionStart', size: 2, type: FLOAT },
        { name: 'a_positionEnd', size: 2, type: FLOAT },
        { name: 'a_thickness', size: 1, type: FLOAT },
        { name: 'a_line', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [
        { name: 'a_positionCoef', size: 1, type: FLOAT },
        { name: 'a_normalCoef', size: 1, type: FLOAT },
      ],
      CONSTANT_DATA: [[0, 1], [0, -1], [1, 1], [1, 1], [0, -1], [1, -1]],
    };
  }

  processVisibleItem(edge: number, at: number, source: NodeDisplayData, target: NodeDisplayData, data: LineData): void {
    const { array } = this;
    array[at] = source.x;
    array[at + 1] = source.y;
    array[at + 2] = target.x;
    array[at + 3] = target.y;
    array[at + 4] = data.size || 1;
    array[at + 5] = LINES.indexOf(data.line ?? 'solid');
    array[at + 6] = floatColor(data.color);
    array[at + 7] = edge;
  }

  setUniforms(params: RenderParams, program: Parameters<EdgeProgram<Uniform>['setUniforms']>[1]): void {
    tellScreen(params, program);
  }
}
