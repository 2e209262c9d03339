import type { Reason } from './conditions.ts'

/** One step of how a lead came to its agent. */
export interface TraceStep {
  at: string
  /** The place of the rule among all; null for the last one, or a person. */
  rule: number | null
  /** Name of the rule; null for the last one. */
  name: string | null
  because: Reason[]
  outcome: 'given' | 'offered' | 'nobody' | 'claimed' | 'lapsed'
  /** Names of those who got it, or to whom it was offered. */
  to: string[]
}
