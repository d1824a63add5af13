import { readFileSync } from 'node:fs';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { CompiledFlow } from '../../../engine/flow-set.ts';
import { drawingOf } from './drawing.ts';
import { FlowMap } from './flow-map.tsx';
import { mapWords, type TextOf } from './map-words.ts';
import { MAP_FR } from './words.fr.ts';

/** The map of a flow as an SVG file of its own: readable without any page around it, and without scripts. */
export function mapFile(flow: CompiledFlow, textOf: TextOf): string {
  const drawing = drawingOf(flow);
  const css = readFileSync(new URL('./map.css', import.meta.url), 'utf8');
  const words = mapWords(drawing.graph, MAP_FR, textOf);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${renderToString(h(FlowMap, { drawing, words, css }))}\n`;
}
