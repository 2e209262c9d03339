import { type Figure, below, figure, percentile } from './figures.ts'

/** How long agencies took to open, and whether that is soon enough for whoever signs up. */
export function openingFigures(what: string, ms: number[]): Figure[] {
  return [
    below(150, figure(`${what}, median`, percentile(ms, 0.5), 'ms')),
    figure(`${what}, p95`, percentile(ms, 0.95), 'ms'),
  ]
}
