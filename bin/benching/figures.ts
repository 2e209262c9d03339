import { arch, availableParallelism, cpus, platform, totalmem } from 'node:os'

export interface Figure {
  what: string
  value: number
  unit: string
  /** What we want it to be, in words, and whether it is. */
  aim?: { words: string; isMet: boolean }
}

export interface Scenario {
  name: string
  title: string
  run(ground: import('./ground.ts').Ground): Promise<Figure[]>
}

export function figure(what: string, value: number, unit: string): Figure {
  return { what, value: Math.round(value * 100) / 100, unit }
}

export function below(limit: number, measured: Figure): Figure {
  const words = `< ${limit.toLocaleString('en')} ${measured.unit}`
  return { ...measured, aim: { words, isMet: measured.value < limit } }
}

export function above(limit: number, measured: Figure): Figure {
  const words = `> ${limit.toLocaleString('en')} ${measured.unit}`
  return { ...measured, aim: { words, isMet: measured.value > limit } }
}

export function percentile(values: number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]
}

export function draw(figures: Figure[]): string {
  const rows = figures.map(({ what, value, unit, aim }) => [
    what,
    `${value.toLocaleString('en')} ${unit}`,
    aim ? `${aim.isMet ? 'met   ' : 'MISSED'}  ${aim.words}` : '',
  ])
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column].length)))
  return rows
    .map(
      ([what, value, aim]) => `  ${what.padEnd(widths[0])}  ${value.padStart(widths[1])}  ${aim}`
    )
    .map((line) => line.trimEnd())
    .join('\n')
}

export function circumstances() {
  const cores = availableParallelism()
  return {
    node: process.version,
    machine: `${platform()} ${arch()}, ${cores} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB`,
    remark: `Load generator, PostgreSQL and the app share ${cores} cores; PostgreSQL writes durably (fsync on).`,
  }
}
