import type { RenderParams } from 'sigma/types';

/** How the screen lies over the drawing: what both programs of the graph are told. */
export type Uniform = 'u_matrix' | 'u_sizeRatio' | 'u_viewport';
export const UNIFORMS: readonly Uniform[] = ['u_matrix', 'u_sizeRatio', 'u_viewport'];

/** The same in the language of shaders, with the colour: that of the thing, or its number when it is picked. */
export const SCREEN = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform vec2 u_viewport;

varying vec4 v_color;

void paint() {
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
}
`;

interface Program {
  gl: WebGLRenderingContext;
  uniformLocations: Partial<Record<Uniform, WebGLUniformLocation>>;
}

export function tellScreen(params: RenderParams, { gl, uniformLocations }: Program): void {
  gl.uniformMatrix3fv(uniformLocations.u_matrix ?? null, false, params.matrix);
  gl.uniform1f(uniformLocations.u_sizeRatio ?? null, params.sizeRatio);
  gl.uniform2f(uniformLocations.u_viewport ?? null, params.width, params.height);
}
