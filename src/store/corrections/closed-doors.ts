/**
 * No way out: Comunica would fetch what a SERVICE or LOAD names. What may be fetched is
 * fetched by `src/store/outside/`, before Comunica sees the query.
 */
import type { EngineParts } from './engine-parts.js';

export function closeDoors(parts: EngineParts): void {
  parts.remove('dereference#http');
}
